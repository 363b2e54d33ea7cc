//! What each verb does when all is well, and what it refuses.

use crate::program::Place;
use std::fs;

#[test]
fn an_export_goes_beside_the_draft_and_its_path_is_printed() {
    let place = Place::new();
    place.sample("scrutiny.minutes.ron", "board.minutes.ron");
    let run = place.run(&["export", "board.minutes.ron"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{run:?}");
    assert!(run.out.starts_with("board.pdf: ") && run.out.trim_end().ends_with("pages"), "{run:?}");
    let run = place.run(&["export", "board.minutes.ron", "--for", "members"]);
    assert!(run.out.starts_with("board (members).pdf: "), "{run:?}");
    let names: Vec<_> = place.contents().into_keys().collect();
    assert_eq!(names, ["board (members).pdf", "board.minutes.ron", "board.pdf"]);
}

#[test]
fn two_processes_give_the_same_bytes() {
    let place = Place::new();
    for (sample, draft) in [("scrutiny.minutes.ron", "a.minutes.ron"), ("parish.minutes.ron", "b.minutes.ron")] {
        place.sample(sample, draft);
        for audience in ["public", "members"] {
            for name in ["1.pdf", "2.pdf"] {
                assert_eq!(place.run(&["export", draft, "--for", audience, "-o", name]).status, 0);
            }
            let bytes = |name| fs::read(place.path(name)).expect("it was written");
            assert!(bytes("1.pdf").starts_with(b"%PDF-1.7") && bytes("1.pdf") == bytes("2.pdf"), "{draft} {audience}");
        }
    }
}

#[test]
fn a_pdf_never_takes_the_place_of_a_draft() {
    let place = Place::new();
    place.sample("scrutiny.minutes.ron", "board.minutes.ron");
    place.sample("parish.minutes.ron", "other.minutes.ron");
    place.sample("parish.minutes.ron", "plain");
    #[cfg(unix)]
    std::os::unix::fs::symlink(place.path("plain"), place.path("link.pdf")).expect("it can be made");
    let before = place.contents();
    let mut cases = vec![
        ["board.minutes.ron", "board.minutes.ron"],
        ["board.minutes.ron", "./board.minutes.ron"],
        ["board.minutes.ron", "other.minutes.ron"],
        ["plain", "plain"],
    ];
    if cfg!(unix) {
        cases.push(["plain", "link.pdf"]);
    }
    for [draft, out] in cases {
        let run = place.run(&["export", draft, "-o", out]);
        assert_eq!(run.status, 2, "{run:?}");
        assert!(run.err.contains("place of a draft"), "{run:?}");
    }
    assert_eq!(place.contents(), before);
}

#[test]
fn an_export_into_a_folder_that_is_not_there_is_refused() {
    let place = Place::new();
    place.sample("scrutiny.minutes.ron", "board.minutes.ron");
    let run = place.run(&["export", "board.minutes.ron", "-o", "missing/board.pdf"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.err.contains("missing"), "{run:?}");
}

#[test]
fn check_says_what_a_draft_holds() {
    let place = Place::new();
    place.sample("scrutiny.minutes.ron", "board.minutes.ron");
    let run = place.run(&["check", "board.minutes.ron"]);
    assert_eq!(run.status, 0, "{run:?}");
    for part in ["13 September 2018", "(draft)", "8 items", "minutes 15 to 22", "pages for the public", "ready"] {
        assert!(run.out.contains(part), "{part}: {run:?}");
    }
}

#[test]
fn new_begins_a_draft_that_can_be_exported_and_overwrites_nothing() {
    let place = Place::new();
    let body = "Education and Children's Services Scrutiny Board (2)";
    let arguments = ["new", "--style", "coventry", "--body", body, "--date", "2016-09-15", "--first", "15", "-o"];
    let run = place.run(&[&arguments[..], &["board.minutes.ron"]].concat());
    assert_eq!((run.status, run.out.trim()), (0, "board.minutes.ron"), "{run:?}");
    let before = place.contents();
    let text = fs::read_to_string(place.path("board.minutes.ron")).expect("it was written");
    assert!(text.contains(body) && text.contains("2016-09-15") && text.contains("first: 15"), "{text}");
    let again = place.run(&[&arguments[..], &["board.minutes.ron"]].concat());
    assert_eq!(again.status, 1, "{again:?}");
    assert!(again.err.contains("there is a file already"), "{again:?}");
    assert_eq!(place.contents(), before);
    assert_eq!(place.run(&["export", "board.minutes.ron"]).status, 0);

    for (number, day) in ["15 September 2016", "15/9/2016", "Thursday, 15th Sept 2016"].into_iter().enumerate() {
        let name = format!("{number}.minutes.ron");
        let typed = ["new", "--style", "coventry", "--body", "Cabinet", "--date", day, "-o", &name];
        assert_eq!(place.run(&typed).status, 0, "{day}");
        assert!(fs::read_to_string(place.path(&name)).expect("it was written").contains("2016-09-15"), "{day}");
    }

    let run = place.run(&arguments[..arguments.len() - 1]);
    let name = run.out.trim();
    assert!(run.status == 0 && name.ends_with("2016-09-15.minutes.ron"), "{run:?}");
    assert!(place.path(name).is_file());
}

#[test]
fn what_the_command_line_cannot_mean_is_status_2_and_says_what_there_is() {
    let place = Place::new();
    let date = ["--date", "2016-09-15"];
    for (arguments, named) in [
        (vec!["new", "--style", "nowhere", "--body", "Cabinet", date[0], date[1]], "coventry"),
        (vec!["new", "--style", "coventry", "--body", "Nobody", date[0], date[1]], "Scrutiny"),
        (vec!["new", "--style", "coventry", "--body", "Cabinet", "--date", "15/13/2016"], "15/9/2016"),
        (vec!["export"], "DRAFT"),
        (vec!["export", "a.minutes.ron", "--for", "everybody"], "members"),
    ] {
        let run = place.run(&arguments);
        assert_eq!(run.status, 2, "{run:?}");
        assert!(run.err.contains(named) && run.out.is_empty(), "{named}: {run:?}");
    }
    assert!(place.contents().is_empty());
}

#[test]
fn styles_are_listed_with_their_bodies_and_broken_ones_by_file_and_line() {
    let place = Place::new();
    let run = place.run(&["styles"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{run:?}");
    for part in ["coventry: ", "parish: ", "  Education and Children's Services Scrutiny Board (2)", "minutebook"] {
        assert!(run.out.contains(part), "{part}: {run:?}");
    }
    let bodies = place.home().join(".config/minutebook/templates/coventry/bodies");
    fs::create_dir_all(&bodies).expect("it can be made");
    fs::write(bodies.join("broken.ron"), "(\n    name: \"Broken\",\n    shorts: 1,\n)\n").expect("it can be written");
    let run = place.run(&["styles"]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.err.contains("broken.ron") && run.err.contains("line 3"), "{run:?}");
    assert!(run.out.contains("coventry: ") && run.out.contains("parish: "), "the others are there: {run:?}");
}

#[test]
fn help_teaches_with_examples_and_the_exit_statuses() {
    let place = Place::new();
    let run = place.run(&["--help"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    for part in ["Examples:", "minutebook export", "--for members", "Exit status:", "3  no window"] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    for verb in ["export", "check", "new", "styles"] {
        assert_eq!(place.run(&[verb, "--help"]).status, 0);
    }
}

/// Without a display (the environment is empty here) the window cannot open, on systems that need one for it.
#[cfg(target_os = "linux")]
#[test]
fn where_no_window_opens_it_is_said_why_and_how_to_go_on_without() {
    let place = Place::new();
    let run = place.run::<&str>(&[]);
    assert!(!run.err.contains("panicked"), "{run:?}");
    assert!(run.err.contains("minutebook export"), "{run:?}");
    assert_eq!(run.status, if cfg!(feature = "gui") { 3 } else { 2 }, "{run:?}");
    assert!(place.contents().is_empty());
}
