//! Citations by hand: a minute's number behind the word "minute" can be made a citation.

use crate::meeting::Meeting;
use minutebook::{
    app::offers::OfferKind,
    model::{CitationForm, CitationTarget, Inline},
};

fn cited(meeting: &Meeting, before: &str) -> Option<(CitationTarget, CitationForm)> {
    meeting.offers(before).into_iter().find(|offer| offer.kind == OfferKind::Citation).map(|offer| {
        match &offer.insert[..] {
            [Inline::Citation(citation)] => (citation.target.clone(), citation.form),
            other => panic!("{other:?}"),
        }
    })
}

fn elsewhere(number: &str, year: i16) -> CitationTarget {
    CitationTarget::Elsewhere { body: None, number: number.into(), year: Some(year), date: None, item: None }
}

#[test]
fn a_minute_that_is_not_on_file_is_cited_by_its_number() {
    let meeting = Meeting::new();
    for (before, form) in [
        ("Further to Minute 63/15", CitationForm::Minute),
        ("as said (minute 63/15", CitationForm::InSentence),
        ("as said (minute 63/15 refers", CitationForm::Refers),
        ("done. Minute 63/15 refers", CitationForm::RefersCapital),
    ] {
        assert_eq!(cited(&meeting, before), Some((elsewhere("63", 2015), form)), "{before}");
    }
    assert_eq!(cited(&meeting, "minute 58(b)/98"), Some((elsewhere("58(b)", 1998), CitationForm::InSentence)));
    let offer = meeting.offers("Further to Minute 63/15").remove(0);
    assert_eq!((offer.label.as_str(), offer.replace), ("Minute 63/15", 12));
}

#[test]
fn a_number_of_these_minutes_leads_to_its_item() {
    let meeting = Meeting::new();
    let first = meeting.minutes().items()[0].item.id;
    for before in ["see minute 1", "see minute 1/24"] {
        let expected = Some((CitationTarget::Here(first), CitationForm::InSentence));
        assert_eq!(cited(&meeting, before), expected, "{before}");
    }
    assert_eq!(meeting.offers("see minute 1").remove(0).label, "minute 1 above");
    assert_eq!(cited(&meeting, "see minute 1/23"), Some((elsewhere("1", 2023), CitationForm::InSentence)));
}

#[test]
fn a_figure_that_is_no_minute_offers_nothing() {
    let meeting = Meeting::new();
    for before in [
        "a minute 99",
        "minute",
        "minute ",
        "minutes 63/15",
        "63/15",
        "minute x",
        "minute 6/1/15",
        "minute 63/",
        "minute 63/155",
        "last-minute 5/",
        "minute 63/15 ",
    ] {
        assert_eq!(cited(&meeting, before), None, "{before}");
    }
}
