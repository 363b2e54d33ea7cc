//! The file: RON, parsed, written, migrated.
