/// Where a block, a line or a page's text comes from. Opaque below `compose`: it goes through layout and drawing and comes
/// back to the caller, who knows what it means. Zero means nothing in particular.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u64);

/// A bundled family of faces, by its design.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Liberation Sans, which has Arial's metrics.
    #[default]
    Sans,
    /// Liberation Serif, which has Times New Roman's metrics.
    Serif,
}

/// One face of a bundled family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Face {
    /// The family.
    pub family: Family,
    /// The bold weight.
    pub bold: bool,
    /// The italic shape.
    pub italic: bool,
}
