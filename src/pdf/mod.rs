//! A frame becomes a PDF: drawing, tags, metadata.
