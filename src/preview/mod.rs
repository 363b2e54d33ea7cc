//! The bytes of a PDF become pixels.
