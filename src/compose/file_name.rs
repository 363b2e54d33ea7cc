use crate::model::{Audience, Minutes, State};
use crate::template::HouseStyle;

/// The most bytes that the body's name takes in a file's name; every system allows 255 for the whole.
const LONGEST: usize = 120;

/// A name for the exported file: "Minutes Parks Scrutiny Board 2016-09-15 draft.pdf". It holds only the body, the day and what
/// the file is, in characters that every system allows; a version for members says so.
pub fn file_name(minutes: &Minutes, style: &HouseStyle, audience: Audience) -> String {
    let body = safe(&minutes.house.body);
    let body = if body.is_empty() { safe(&style.council) } else { body };
    let state = match minutes.record.state() {
        State::Draft => "draft",
        State::Circulated => "subject to approval",
        State::Approved => "approved",
        State::Signed => "signed",
    };
    let mut parts = vec!["Minutes".to_owned(), body, minutes.meeting.date.to_string(), state.to_owned()];
    if minutes.record.revision > 0 {
        parts.push(format!("revision {}", minutes.record.revision));
    }
    if audience == Audience::Members {
        parts.push("for members only".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    format!("{}.pdf", parts.join(" "))
}

/// Letters, figures, brackets, hyphens and single spaces, and no more of them than fit.
fn safe(text: &str) -> String {
    let kept: String =
        text.chars().filter(|c| *c != '\'' && *c != '’').map(|c| if is_safe(c) { c } else { ' ' }).collect();
    let mut out = String::new();
    for word in kept.split_whitespace() {
        let more = out.len() + word.len() + 1;
        if more > LONGEST {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn is_safe(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '(' | ')')
}
