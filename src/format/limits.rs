/// How large a file may be. It is held against these figures before it is parsed, so that no file can take more memory,
/// time or stack than an ordinary draft many times over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of the file.
    pub bytes: usize,
    /// How deep brackets may be nested.
    pub depth: usize,
    /// How many brackets and commas there may be, outside of texts: a measure of the values that are built.
    pub values: usize,
}

impl Limits {
    /// For a draft: some twenty times the longest minutes that were ever seen.
    pub const DRAFT: Limits = Limits { bytes: 64 << 20, depth: 64, values: 2_000_000 };

    /// For a house style, a list of recent files, the window's settings.
    pub const SMALL: Limits = Limits { bytes: 4 << 20, depth: 64, values: 100_000 };
}

/// How deep items may be nested: 1 is an item of the section itself.
pub const ITEM_DEPTH: usize = 16;

/// The highest level of a paragraph.
pub const LEVELS: u8 = 8;

/// How many columns a table may have.
pub const COLUMNS: usize = 64;

/// The highest number with which a list may begin: in roman figures each thousand is a letter.
pub const LIST_START: u32 = 9_999;
