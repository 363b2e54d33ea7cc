//! The faces of the window: Source Sans 3, the static fonts with TrueType outlines.

/// The regular weight.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/ui/SourceSans3-Regular.ttf");
/// The regular weight, italic.
pub const ITALIC: &[u8] = include_bytes!("../../assets/fonts/ui/SourceSans3-It.ttf");
/// Between regular and bold, for headings and labels.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/ui/SourceSans3-Semibold.ttf");
/// The bold weight.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/ui/SourceSans3-Bold.ttf");
/// The bold weight, italic.
pub const BOLD_ITALIC: &[u8] = include_bytes!("../../assets/fonts/ui/SourceSans3-BoldIt.ttf");
