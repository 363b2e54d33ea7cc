//! Files on disk: read whole, written whole. The only room that writes.
