//! The window itself: what lies where, and how commands go from it to the application and effects come back.
