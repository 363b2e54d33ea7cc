use crate::{
    model::{Person, TITLES, TITLES_OF_SEVERAL, Who},
    ui::widgets::Candidate,
};

/// What may stand before a title or be part of it. What is neither is part of the name.
const BEFORE: [&str; 7] = ["The", "Honorary", "Hon", "Rt", "Right", "Honourable", "Venerable"];

/// Letters that stand behind a name.
const HONOURS: [&str; 20] = [
    "OBE", "MBE", "CBE", "KBE", "DBE", "BEM", "GBE", "CB", "JP", "DL", "KC", "QC", "MP", "MS", "MSP", "PhD", "MA",
    "BA", "BSc", "FRS",
];

/// Reads a person from one line: "Councillor P Marlow (Chair)", "Mrs S Harland", "J Greaves, People Directorate", "Councillor
/// Thay (Substitute for Councillor B Singh)". The words stay as they were typed.
pub(super) fn person(line: &str, people: &[Candidate]) -> Option<Person> {
    let (named, organisation) = split_organisation(line);
    let (named, brackets) = split_brackets(named);
    let mut words: Vec<&str> = named.split_whitespace().collect();
    let first = words.iter().position(|word| !is_title(word)).unwrap_or(words.len().saturating_sub(1));
    let title = words.drain(..first).collect::<Vec<_>>().join(" ");
    let behind = words.iter().rposition(|word| !HONOURS.contains(&word.trim_end_matches(','))).map_or(0, |at| at + 1);
    let honours = words.split_off(behind.max(1).min(words.len())).join(" ");
    let surname_at = surname_at(&words);
    let surname = words.split_off(surname_at).join(" ");
    if surname.is_empty() {
        return None;
    }
    let mut person = Person {
        title,
        given: words.join(" "),
        surname,
        honours,
        organisation: organisation.to_owned(),
        ..Person::default()
    };
    match brackets.and_then(substitute) {
        Some(name) => person.substitute_for = Some(who(name, people)),
        None => person.role = brackets.unwrap_or_default().to_owned(),
    }
    Some(person)
}

/// What stands behind the first comma outside brackets.
fn split_organisation(line: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, c) in line.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => return (line[..at].trim(), line[at + 1..].trim()),
            _ => {}
        }
    }
    (line.trim(), "")
}

fn split_brackets(named: &str) -> (&str, Option<&str>) {
    match (named.find('('), named.rfind(')')) {
        (Some(open), Some(close)) if open < close => (named[..open].trim(), Some(named[open + 1..close].trim())),
        _ => (named, None),
    }
}

fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    [TITLES, TITLES_OF_SEVERAL, &BEFORE].into_iter().any(|titles| titles.contains(&word))
}

/// Where the surname begins: at the last word, or at the small words before it, as in "van der Berg".
fn surname_at(words: &[&str]) -> usize {
    let mut at = words.len().saturating_sub(1);
    while at > 0 && words[at - 1].chars().all(char::is_lowercase) && words[at - 1].chars().count() > 1 {
        at -= 1;
    }
    at
}

fn substitute(brackets: &str) -> Option<&str> {
    let lower = brackets.to_lowercase();
    ["substitute for ", "substituting for ", "sub for "]
        .iter()
        .find(|start| lower.starts_with(**start))
        .and_then(|start| brackets.get(start.len()..))
        .map(str::trim)
}

fn who(name: &str, people: &[Candidate]) -> Who {
    let same = people.iter().find(|candidate| candidate.name.eq_ignore_ascii_case(name));
    same.map_or_else(|| Who::Named(name.to_owned()), |candidate| candidate.who.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn read(line: &str) -> [String; 6] {
        let person = person(line, &[]).expect(line);
        [person.title, person.given, person.surname, person.honours, person.role, person.organisation]
    }

    #[test]
    fn names_are_read_as_clerks_type_them() {
        for (line, expected) in [
            ("Councillor P Marlow (Chair)", ["Councillor", "P", "Marlow", "", "Chair", ""]),
            ("Mrs S Harland", ["Mrs", "S", "Harland", "", "", ""]),
            ("J Greaves, People Directorate", ["", "J", "Greaves", "", "", "People Directorate"]),
            ("Cllr Mrs Shewell", ["Cllr Mrs", "", "Shewell", "", "", ""]),
            ("Councillor Thay", ["Councillor", "", "Thay", "", "", ""]),
            ("Dr A. B. van der Berg OBE", ["Dr", "A. B.", "van der Berg", "OBE", "", ""]),
            ("Marlow", ["", "", "Marlow", "", "", ""]),
            ("Mary Anne Smith-Jones, Audit & Co, Leeds", ["", "Mary Anne", "Smith-Jones", "", "", "Audit & Co, Leeds"]),
            (
                "Councillor M Lee (Deputy Chair, from 3 pm)",
                ["Councillor", "M", "Lee", "", "Deputy Chair, from 3 pm", ""],
            ),
        ] {
            assert_eq!(read(line), expected.map(str::to_owned), "{line}");
        }
        for line in ["", "  ", ", People", "(Chair)"] {
            assert_eq!(person(line, &[]), None, "{line}");
        }
    }

    #[test]
    fn a_substitute_points_at_the_member_who_is_known() {
        let singh = Candidate { who: Who::Person(Id(4)), name: "Councillor B Singh".to_owned(), detail: String::new() };
        let thay = person("Councillor Thay (Substitute for Councillor B Singh)", &[singh]).expect("a person");
        assert_eq!((thay.substitute_for, thay.role.as_str()), (Some(Who::Person(Id(4))), ""));
        let lee = person("Councillor Lee (substitute for Councillor Nobody)", &[]).expect("a person");
        assert_eq!(lee.substitute_for, Some(Who::Named("Councillor Nobody".to_owned())));
    }
}
