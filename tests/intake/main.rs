//! Proves what becomes of the HTML of other programs: paragraphs, lists and tables as they were meant, from captures of
//! browsers and LibreOffice and from the form that Word writes; that nothing on a clipboard can do harm; and that what
//! goes out comes back as it was.

mod captured;
mod forms;
mod hostile;
mod round;
mod show;
