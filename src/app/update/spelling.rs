use crate::{
    app::{App, Plan, SpellingCommand},
    edit::Edit,
};

pub(super) fn run(app: &mut App, command: SpellingCommand) {
    match command {
        SpellingCommand::At(word) => app.state.spelling.at = word,
        SpellingCommand::Suggest(word) => app.suggest(word),
        SpellingCommand::CloseSuggestions => app.state.spelling.suggestions = None,
        SpellingCommand::Add(word) => app.add_word(&word),
        SpellingCommand::Ignore(word) => ignore(app, &word),
    }
}

/// Passes over a word in this draft.
pub(super) fn ignore(app: &mut App, word: &str) {
    let Some(word) = app.one_word(word) else { return };
    let Some(draft) = &app.state.draft else { return };
    let mut record = draft.session.minutes().record.clone();
    if record.ignored_words.contains(&word) {
        return;
    }
    let label = format!("ignoring “{word}”");
    record.ignored_words.push(word);
    app.carry_out(Ok(Plan::new(Edit::Record(Box::new(record)), label)));
    app.words_changed();
}

/// Does something with the misspelt word at the caret.
pub(super) fn at_caret(app: &mut App, what: impl FnOnce(&mut App, String)) {
    if let Some(word) = app.state.spelling.at.clone() {
        what(app, word);
    }
}
