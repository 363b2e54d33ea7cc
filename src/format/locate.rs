use super::token::tokens;
use super::validate::Fault;

/// Where in a draft's text a fault lies: at the node that it names, the last of those that bear its id.
pub(super) fn locate(text: &str, fault: &Fault) -> usize {
    let Some(id) = fault.at else { return 0 };
    let mut before = ["", ""];
    let mut found = 0;
    let id = id.to_string();
    for token in tokens(text) {
        let word = &text[token.span.clone()];
        if before == ["id", ":"] && word == id {
            found = token.span.start;
        }
        before = [before[1], word];
    }
    found
}
