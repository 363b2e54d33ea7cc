use crate::{
    app::{App, PhraseCommand, PhraseKey},
    store,
    template::{Phrase, PhraseBank, PhraseText},
};

/// The file of a council's own phrases, in the folder of its style.
const FILE: &str = "phrases.ron";
const COMMENT: &str = "The council's own phrases. They lie over the built-in ones: one with the same trigger and the same bodies takes the place of that, without a text it switches it off.";

pub(super) fn run(app: &mut App, command: PhraseCommand) {
    let Some((style, bank)) = bank(app) else { return };
    if bank.is_damaged() {
        let file = file(app, &style).map_or_else(|| FILE.to_owned(), |file| file.display().to_string());
        return app.failed(format!(
            "{file} cannot be read, so it is not written over. Mend it or move it away, and start the program again."
        ));
    }
    let mut own = bank.own().to_vec();
    match command {
        PhraseCommand::Keep { phrase, instead_of } => {
            if let Some(fault) = phrase.faults().first() {
                return app.failed(format!("The phrase was not kept: {fault}."));
            }
            if let Some(old) = instead_of.filter(|old| *old != PhraseKey::of(&phrase)) {
                give_up(&bank, &mut own, &old);
            }
            put(&mut own, phrase);
        }
        PhraseCommand::Remove(key) => give_up(&bank, &mut own, &key),
        PhraseCommand::Restore(key) => own.retain(|phrase| PhraseKey::of(phrase) != key),
    }
    keep(app, &style, bank.with_own(own));
}

/// The style of the draft and its phrases.
fn bank(app: &App) -> Option<(String, PhraseBank)> {
    let style = app.state.style()?;
    Some((style.name.clone(), style.phrases.clone()))
}

/// Takes a phrase out of use: one of the council's own goes, a built-in one is switched off.
fn give_up(bank: &PhraseBank, own: &mut Vec<Phrase>, key: &PhraseKey) {
    own.retain(|phrase| PhraseKey::of(phrase) != *key);
    if let Some(shipped) = bank.shipped().iter().find(|phrase| PhraseKey::of(phrase) == *key) {
        own.push(Phrase { text: PhraseText::default(), ..shipped.clone() });
    }
}

fn put(own: &mut Vec<Phrase>, phrase: Phrase) {
    let key = PhraseKey::of(&phrase);
    match own.iter_mut().find(|known| PhraseKey::of(known) == key) {
        Some(known) => *known = phrase,
        None => own.push(phrase),
    }
}

/// Writes the council's own phrases down. Where that fails, those that were in use before stay in use.
fn keep(app: &mut App, style: &str, bank: PhraseBank) {
    let Some(folder) = folder(app, style) else {
        return app.failed("The phrase was not kept: this machine has no folder for the configuration of programs.");
    };
    match store::write_ron(&folder, FILE, COMMENT, &bank.own()) {
        Ok(()) => app.state.library.set_phrases(style, bank),
        Err(error) => app.failed(format!("The phrase was not kept. {error}.")),
    }
}

fn folder(app: &App, style: &str) -> Option<std::path::PathBuf> {
    app.env.folders.config.as_ref().map(|config| config.join("templates").join(style))
}

fn file(app: &App, style: &str) -> Option<std::path::PathBuf> {
    folder(app, style).map(|folder| folder.join(FILE))
}
