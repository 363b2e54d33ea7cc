//! How a draft reads, sign by sign, and what two drafts have in common.

use minutebook::model::{CitationForm, CitationTarget, Inline, Minutes, Paragraph};

/// How many signs of the text an offer stands for; none where it says something else. A slot at its end is typed over.
pub fn stands_for(insert: &[Inline], text: &str) -> Option<usize> {
    let slots = insert.iter().filter(|inline| matches!(inline, Inline::Slot(_))).count();
    let ends = matches!(insert.last(), Some(Inline::Slot(_)));
    if slots > 1 || slots == 1 && !ends {
        return None;
    }
    let mut written = String::new();
    for inline in insert {
        match inline {
            Inline::Text(run) => written.push_str(&run.text),
            Inline::Slot(_) => {}
            _ => return None,
        }
    }
    text.starts_with(&written).then(|| written.chars().count())
}

/// A paragraph as it reads, with the mark that each sign belongs to. A mark without words of its own is left out.
pub fn pieces(paragraph: &Paragraph, minutes: &Minutes) -> Vec<(char, Option<Inline>)> {
    let mut out = Vec::new();
    for inline in &paragraph.text {
        let (text, mark) = match inline {
            Inline::Text(run) => (run.text.clone(), None),
            mark => (written(mark, minutes).unwrap_or_default(), Some(mark.clone())),
        };
        out.extend(text.chars().map(|sign| (sign, mark.clone())));
    }
    out
}

/// The text of a paragraph as it reads.
pub fn said(paragraph: &Paragraph, minutes: &Minutes) -> String {
    pieces(paragraph, minutes).into_iter().map(|piece| piece.0).collect()
}

/// How a mark reads in this house; none where the typist does not know how to type it.
pub fn written(mark: &Inline, minutes: &Minutes) -> Option<String> {
    match mark {
        Inline::Person(mention) => {
            minutes.attendance.person(mention.person).map(|person| format!("{} {}", person.title, person.surname))
        }
        Inline::Citation(citation) => match &citation.target {
            CitationTarget::Elsewhere { number, year: Some(year), .. } => {
                let cited = format!("{number}/{:02}", year % 100);
                Some(match citation.form {
                    CitationForm::InSentence => format!("minute {cited}"),
                    CitationForm::Refers => format!("minute {cited} refers"),
                    _ => format!("Minute {cited}"),
                })
            }
            _ => None,
        },
        _ => None,
    }
}

/// A draft with its ids taken away.
pub fn without_ids(minutes: &Minutes) -> String {
    renumbered(&minutebook::format::write(minutes))
}

/// A draft with each id as the place at which it comes first.
fn renumbered(text: &str) -> String {
    let mut order: Vec<String> = Vec::new();
    let mut out = String::new();
    let mut rest = text;
    loop {
        let found = ["id: ", "person: ", "Person("]
            .iter()
            .filter_map(|key| rest.find(key).map(|at| (at + key.len(), key)))
            .min();
        let Some((at, _)) = found else { break };
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if digits > 0 {
            let id = rest[..digits].to_owned();
            let place = order.iter().position(|known| *known == id).unwrap_or_else(|| {
                order.push(id);
                order.len() - 1
            });
            out.push_str(&format!("#{place}"));
        }
        rest = &rest[digits..];
    }
    out + rest
}
