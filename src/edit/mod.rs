//! One change, one edit, with its inverse; history and session.
