//! House style and minutes and audience become blocks.
