//! Which part of the HTML was copied: Windows puts a header of offsets before it, and browsers mark it by comments.

/// The HTML without the header that Windows puts before it ("HTML Format" of the clipboard).
pub(super) fn without_header(html: &str) -> &str {
    if !html.starts_with("Version:") {
        return html;
    }
    let offset = |name: &str| -> Option<usize> {
        let line = html.lines().take(16).find_map(|line| line.strip_prefix(name))?;
        line.trim().parse().ok()
    };
    let whole = offset("StartHTML:").zip(offset("EndHTML:"));
    let fragment = offset("StartFragment:").zip(offset("EndFragment:"));
    let within = |(from, to): (usize, usize)| html.get(from..to.min(html.len()));
    // The context around the fragment tells of which list or table it is; -1 stands for none.
    whole.and_then(within).or_else(|| fragment.and_then(within)).unwrap_or_else(|| from_first_tag(html))
}

fn from_first_tag(html: &str) -> &str {
    html.find('<').and_then(|at| html.get(at..)).unwrap_or_default()
}

/// What a comment says of the text behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    /// What was copied begins.
    Start,
    /// What was copied ends.
    End,
    /// What follows stands for a list's marker: `[if !supportLists]`.
    Marker,
    /// That ends.
    EndIf,
}

/// What a comment says, if it says anything.
pub(super) fn note(comment: &str) -> Option<Note> {
    let comment = comment.trim().trim_start_matches("--").trim_end_matches("--");
    match comment {
        "StartFragment" => Some(Note::Start),
        "EndFragment" => Some(Note::End),
        "[if !supportLists]" => Some(Note::Marker),
        "[endif]" => Some(Note::EndIf),
        _ => None,
    }
}

/// Whether the HTML says where what was copied begins.
pub(super) fn is_marked(html: &str) -> bool {
    html.contains("<!--StartFragment")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_of_windows_is_taken_off_and_false_offsets_do_no_harm() {
        let body = "<html><body><!--StartFragment--><p>é</p><!--EndFragment--></body></html>";
        let head = |start: usize, end: usize| format!("Version:0.9\r\nStartHTML:{start:08}\r\nEndHTML:{end:08}\r\n");
        let length = head(0, 0).len();
        let html = format!("{}{body}", head(length, length + body.len()));
        assert_eq!(without_header(&html), body);
        for (start, end) in [(9_999, 3), (length + body.find('é').unwrap_or_default() + 1, 9_999), (usize::MAX, 0)] {
            assert!(without_header(&format!("{}{body}", head(start, end))).starts_with('<'));
        }
        assert_eq!(without_header("Version: none"), "");
    }
}
