//! How many keys go down until the sample minutes stand in the window, from the body's template on: at most eight for ten
//! characters of the exported text.
//!
//! Every key counts that is pressed, and each that is held with it: a capital is two, Ctrl+R too. What is typed is chosen by a
//! typist who sees nothing but what the window offers for the letters typed so far, and knows the triggers of the phrases.

use crate::{
    harness::Window,
    pdf,
    ports::{self, TestClock},
    script::{Chord, keys_of},
    typed::press,
};
use egui::Event;
use minutebook::{
    app::{
        Desk, Selection,
        offers::{Context, Offer, OfferKind, expand},
    },
    model::{CitationForm, Inline, Minutes, Outcome, Paragraph, ParagraphKind, PartContent, Prose, ProseAt},
};
use std::path::{Path, PathBuf};

/// A key that is pressed in prose.
#[derive(Clone, Debug)]
enum Key {
    Sign(char),
    /// Takes an entry of the list: so many times Down, then Tab.
    Take(usize),
    /// Takes the space away that came with a word.
    Back,
}

struct Typist {
    window: Window,
    clock: TestClock,
    keys: usize,
    takes: usize,
}

impl Typist {
    fn press(&mut self, chords: &str) {
        for chord in chords.split_whitespace().map(Chord::read) {
            self.keys += chord.keys();
            press(&mut self.window, &chord);
        }
    }

    fn types(&mut self, text: &str) {
        text.chars().for_each(|sign| self.sign(sign));
        self.window.settle();
        self.clock.pass(50);
    }

    fn sign(&mut self, sign: char) {
        self.keys += keys_of(sign);
        self.window.harness.event(Event::Text(sign.to_string()));
        self.window.harness.step();
    }

    fn minutes(&self) -> &Minutes {
        self.window.state().draft.as_ref().expect("a draft").session.minutes()
    }

    /// The prose of the part that was added last.
    fn newest(&self) -> ProseAt {
        let selection = self.window.state().draft.as_ref().expect("a draft").selection;
        let Selection::Item(id) = selection else { panic!("an item is shown") };
        ProseAt::Part(self.minutes().item(id).and_then(|item| item.parts.last()).expect("a part").id)
    }

    fn offers(&self, at: ProseAt, paragraph: usize, before: &str) -> Vec<Offer> {
        self.window.state().offers(at, paragraph, before)
    }

    /// Types a whole piece of prose, list by list.
    fn prose(&mut self, at: ProseAt, prose: &Prose, sample: &Minutes) {
        let mut last = ParagraphKind::Body;
        for (number, paragraph) in prose.iter().enumerate() {
            if number > 0 {
                self.press("Return");
            }
            if paragraph.kind != last {
                match paragraph.kind {
                    ParagraphKind::Body => self.press("Return"),
                    ParagraphKind::Bullet => self.types("- "),
                    ParagraphKind::Numbered(_) => self.types("1. "),
                    ParagraphKind::Lettered(_) => self.types("a. "),
                    other => panic!("{other:?} is in no sample"),
                }
            }
            last = paragraph.kind;
            for key in self.plan(at, number, paragraph, sample, number + 1 < prose.len()) {
                match key {
                    Key::Sign(sign) => self.sign(sign),
                    Key::Take(down) => {
                        self.press(&"Down ".repeat(down));
                        self.press("Tab");
                        self.takes += 1;
                    }
                    Key::Back => self.press("BackSpace"),
                }
            }
            let typed = &self.minutes().prose(at).expect("the text")[number];
            let typed = said(typed, self.minutes());
            assert_eq!(typed.trim_end_matches(' '), said(paragraph, sample), "typed by {} keys", self.keys);
        }
    }

    /// The fewest keys for a paragraph.
    fn plan(&self, at: ProseAt, number: usize, target: &Paragraph, sample: &Minutes, follows: bool) -> Vec<Key> {
        let pieces = pieces(target, sample);
        let signs: Vec<char> = pieces.iter().map(|(sign, _)| *sign).collect();
        let text: String = signs.iter().collect();
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let style = self.window.state().style().expect("the house style");
        let body = &self.minutes().house.body;
        let phrases: Vec<_> = style
            .phrases
            .entries()
            .into_iter()
            .map(|entry| entry.phrase)
            .filter(|phrase| style.phrases.find(&phrase.trigger, body).is_some())
            .collect();
        let mut best = Ways::new(signs.len());
        let mut at_sign = 0;
        while at_sign < signs.len() {
            let before = &text[..ends[at_sign]];
            // A mark is typed as it reads, and taken.
            if let Some(mark) = &pieces[at_sign].1 {
                let length = pieces[at_sign..].iter().take_while(|piece| piece.1.as_ref() == Some(mark)).count();
                let begins = at_sign == 0 || pieces[at_sign - 1].1.as_ref() != Some(mark);
                if begins {
                    let keys = self.mark(at, number, before, mark, &signs[at_sign..at_sign + length]);
                    best.add(at_sign, at_sign + length, &keys, first_of(&keys), Last::Take);
                }
                at_sign += 1;
                continue;
            }
            best.add(at_sign, at_sign + 1, &[Key::Sign(signs[at_sign])], signs[at_sign], Last::Sign);
            let plain = |from: usize, to: usize| pieces[from..to].iter().all(|piece| piece.1.is_none());
            let boundary = at_sign == 0 || !signs[at_sign - 1].is_alphanumeric();
            if boundary {
                let context = Context::new(self.window.state(), at, number).expect("a draft");
                for phrase in &phrases {
                    let rest = &text[ends[at_sign]..];
                    let Some(length) = stands_for(&expand(&context, phrase, before), rest) else { continue };
                    let offers = self.offers(at, number, &format!("{before}{}", phrase.trigger));
                    assert_eq!(offers.first().map(|offer| offer.kind), Some(OfferKind::Phrase));
                    if plain(at_sign, at_sign + length) {
                        let keys: Vec<Key> = phrase.trigger.chars().map(Key::Sign).chain([Key::Take(0)]).collect();
                        best.add(at_sign, at_sign + length, &keys, first_of(&keys), Last::Take);
                    }
                }
            } else if signs[at_sign - 1].is_alphabetic() {
                for (down, found) in self.offers(at, number, before).iter().enumerate() {
                    if !matches!(found.kind, OfferKind::Word | OfferKind::Name | OfferKind::Title)
                        || found.replace > at_sign
                    {
                        continue;
                    }
                    let from = at_sign - found.replace;
                    let Some(length) = stands_for(&found.insert, &text[ends[from]..]) else { continue };
                    if from + length > at_sign && plain(from, from + length) {
                        let last = if found.kind == OfferKind::Title { Last::Take } else { Last::Word };
                        best.reach(at_sign, Last::Sign, from + length, &[Key::Take(down)], last);
                    }
                }
            }
            at_sign += 1;
        }
        best.shortest(follows)
    }

    /// The keys for a citation or a name.
    fn mark(&self, at: ProseAt, number: usize, before: &str, mark: &Inline, signs: &[char]) -> Vec<Key> {
        let whole: String = signs.iter().collect();
        let surname = whole.rsplit(' ').next().unwrap_or_default().to_owned();
        let tried = match mark {
            Inline::Person(_) => (2..=surname.chars().count()).map(|n| surname.chars().take(n).collect()).collect(),
            _ => vec![whole.clone()],
        };
        for typed in tried {
            let offers = self.offers(at, number, &format!("{before}{typed}"));
            let fits = |offer: &Offer| offer.label == whole && offer.replace == typed.chars().count();
            if let Some(down) = offers.iter().position(fits) {
                return typed.chars().map(Key::Sign).chain([Key::Take(down)]).collect();
            }
        }
        panic!("nothing is offered for “{whole}” behind “{before}”")
    }
}

/// What the last key was.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// It typed a sign, so that something may be offered.
    Sign,
    /// It took an offer.
    Take,
    /// It took a word, with the space behind it.
    Word,
}

/// A number of keys, and which they are.
type Way = (usize, Vec<Key>);

/// The fewest keys by which each place of a text is reached, by what the last of them was.
struct Ways(Vec<[Option<Way>; 3]>);

impl Ways {
    fn new(length: usize) -> Ways {
        let mut ways = vec![[None, None, None]; length + 1];
        ways[0][0] = Some((0, Vec::new()));
        Ways(ways)
    }

    /// Goes on from a place with these keys, of which the first types this sign.
    fn add(&mut self, from: usize, to: usize, keys: &[Key], first: char, last: Last) {
        for before in [Last::Sign, Last::Take] {
            self.reach(from, before, to, keys, last);
        }
        // The space that came with a word is there already, or makes way for a stop.
        match first {
            ' ' => self.reach(from, Last::Word, to, &keys[1..], last),
            '.' | ',' | ';' | ':' | ')' | '?' | '/' | '\'' | '’' | '”' | '-' => {
                self.reach(from, Last::Word, to, keys, last);
            }
            _ => {
                let keys: Vec<Key> = [Key::Back].iter().chain(keys).cloned().collect();
                self.reach(from, Last::Word, to, &keys, last);
            }
        }
    }

    fn reach(&mut self, from: usize, before: Last, to: usize, keys: &[Key], last: Last) {
        let Some((cost, way)) = &self.0[from][before as usize] else { return };
        let cost = cost + keys.iter().map(cost_of).sum::<usize>();
        if self.0[to][last as usize].as_ref().is_none_or(|known| cost < known.0) {
            let way = way.iter().chain(keys).cloned().collect();
            self.0[to][last as usize] = Some((cost, way));
        }
    }

    /// The shortest way to the end, where the space behind a word goes by itself if a paragraph follows.
    fn shortest(mut self, follows: bool) -> Vec<Key> {
        let [sign, take, word] = self.0.pop().expect("an end");
        let word = word.map(|(cost, mut keys)| match follows {
            true => (cost, keys),
            false => {
                keys.push(Key::Back);
                (cost + 1, keys)
            }
        });
        [sign, take, word].into_iter().flatten().min_by_key(|way| way.0).expect("everything can be typed").1
    }
}

fn first_of(keys: &[Key]) -> char {
    match keys.first() {
        Some(Key::Sign(sign)) => *sign,
        _ => panic!("a sign is typed first"),
    }
}

fn cost_of(key: &Key) -> usize {
    match key {
        Key::Sign(sign) => keys_of(*sign),
        Key::Take(down) => down + 1,
        Key::Back => 1,
    }
}

/// How many signs of the text an offer stands for; none where it says something else. A slot at its end is typed over.
fn stands_for(insert: &[Inline], text: &str) -> Option<usize> {
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

/// A paragraph as it reads, with the mark that each sign belongs to.
fn pieces(paragraph: &Paragraph, minutes: &Minutes) -> Vec<(char, Option<Inline>)> {
    let mut out = Vec::new();
    for inline in &paragraph.text {
        let (text, mark) = match inline {
            Inline::Text(run) => (run.text.clone(), None),
            mark => (written(mark, minutes), Some(mark.clone())),
        };
        out.extend(text.chars().map(|sign| (sign, mark.clone())));
    }
    out
}

fn said(paragraph: &Paragraph, minutes: &Minutes) -> String {
    pieces(paragraph, minutes).into_iter().map(|piece| piece.0).collect()
}

/// How a mark reads in this house.
fn written(mark: &Inline, minutes: &Minutes) -> String {
    match mark {
        Inline::Person(mention) => {
            minutes.attendance.person(mention.person).map(|person| format!("{} {}", person.title, person.surname))
        }
        Inline::Citation(citation) => match &citation.target {
            minutebook::model::CitationTarget::Elsewhere { number, year: Some(year), .. } => {
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
    .unwrap_or_else(|| panic!("no words for {mark:?}"))
}

/// A draft with its ids taken away.
fn without_ids(minutes: &Minutes) -> String {
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

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_sample_takes_at_most_eight_keys_for_ten_characters() {
    let sample = minutebook::store::open(&root().join("assets/samples/scrutiny.minutes.ron")).expect("the sample");
    let folder = tempfile::tempdir().expect("a folder");
    let bodies = folder.path().join("config/templates/coventry/bodies");
    std::fs::create_dir_all(&bodies).expect("the folder of the council's bodies");
    let style = std::fs::read_to_string(root().join("templates/coventry/style.ron")).expect("the house style");
    let style = style.replacen("Coventry City Council", &sample.house.council, 1);
    std::fs::write(folder.path().join("config/templates/coventry/style.ron"), style).expect("the council's own style");
    std::fs::copy(
        root().join("tests/fixtures/typist/parks-scrutiny-board.ron"),
        bodies.join("parks-scrutiny-board.ron"),
    )
    .expect("the body's template");
    let settings = minutebook::store::Settings { preview: false, ..Default::default() };
    settings.save(&folder.path().join("state")).expect("the settings");
    let mut clock = TestClock::default();
    clock.day = Some(sample.meeting.date);
    let window = Window::in_env(ports::env(folder.path(), &clock));
    let mut typist = Typist { window, clock, keys: 0, takes: 0 };
    begin(&mut typist, &sample);
    business(&mut typist, &sample);
    typist.press("ctrl+3");
    typist.types("16:00");
    typist.press("Tab");
    let (found, expected) = (without_ids(typist.minutes()), without_ids(&sample));
    let differing: Vec<_> = found.lines().zip(expected.lines()).filter(|(a, b)| a != b).take(8).collect();
    let characters = exported(folder.path(), &typist);
    println!(
        "{} keys, {} of them take what is offered; {characters} characters are exported: {:.1} %",
        typist.keys,
        typist.takes,
        typist.keys as f64 * 100.0 / characters as f64
    );
    assert!(found == expected, "{differing:#?}");
    assert!(typist.keys * 100 <= characters * 80, "{} keys for {characters} characters", typist.keys);
}

/// How many characters the text of the export has, each run of white space as one.
fn exported(folder: &Path, typist: &Typist) -> usize {
    let path = folder.join("export.minutes.ron");
    minutebook::store::save(&path, typist.minutes()).expect("it can be saved");
    let desk = Desk::new(ports::env(folder, &TestClock::default()));
    let exported = desk.export(&path, None, minutebook::model::Audience::Public).expect("it exports");
    let bytes = std::fs::read(&exported.path).expect("the PDF");
    let text = pdf::text_in_tag_order(&bytes).expect("the text");
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().count()
}

/// The draft, the first number, and who sent apologies.
fn begin(typist: &mut Typist, sample: &Minutes) {
    typist.press("ctrl+n");
    typist.types("p");
    typist.press("Tab Return");
    assert_eq!(typist.minutes().house.body, sample.house.body, "the body is chosen by its first letter");
    // The meeting's form: the number of its first minute.
    typist.press("Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab");
    typist.types("15");
    // The attendance: who sent apologies, of the members and of those co-opted.
    typist.press("ctrl+2 Down Down Down Down Down Down");
    typist.types("a");
    typist.press("Down Down Down");
    typist.types("a");
    typist.press("Tab Tab Tab Down");
    typist.types("a");
    typist.press("Down");
    typist.types("a");
    let state = |minutes: &Minutes| minutes.attendance.people().map(|person| person.state.clone()).collect::<Vec<_>>();
    assert_eq!(state(typist.minutes()), state(sample));
    // Past the section and the declarations, to the minutes of the last meeting.
    typist.press("ctrl+Page_Down ctrl+Page_Down ctrl+Page_Down Tab Return");
    typist.types("14 June 2018");
}

/// Item by item: one that the template has is gone to, another one is put behind the last.
fn business(typist: &mut Typist, sample: &Minutes) {
    let standing: Vec<String> = typist.minutes().items().iter().map(|visit| visit.item.title.clone()).collect();
    let items = sample.business[0].items.iter();
    for (number, item) in items.enumerate().filter(|(_, item)| !item.parts.is_empty()) {
        if !standing.contains(&item.title) {
            typist.press("ctrl+Return");
            typist.types(&item.title);
            typist.press("Return");
        } else if number > 1 {
            typist.press("ctrl+Page_Down ctrl+t");
        } else {
            typist.press("ctrl+t");
        }
        for part in &item.parts {
            match &part.content {
                PartContent::Prose(prose) => {
                    let at = typist.newest();
                    typist.prose(at, prose, sample);
                }
                PartContent::Resolution(resolution) => {
                    typist.press("ctrl+r");
                    let at = typist.newest();
                    typist.prose(at, &resolution.text, sample);
                    typist.press("ctrl+d");
                    typist.types(match resolution.outcome {
                        Outcome::Noted => "no",
                        Outcome::Agreed => "ag",
                        _ => panic!("no such outcome is in the sample"),
                    });
                }
                other => panic!("{other:?} is not in the sample"),
            }
        }
    }
}
