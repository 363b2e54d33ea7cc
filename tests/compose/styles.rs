//! House styles: the shipped ones are sound, a council's own override or add to them, and a broken file is reported by
//! name, line and column while the others still load.

use minutebook::model::{Id, ItemRole, MembershipClass, SectionKind};
use minutebook::template::{Library, Problem, begin};
use std::fs;
use std::path::Path;

fn load(folder: &Path) -> (Library, Vec<Problem>) {
    Library::load(Some(folder))
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn shipped(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(name)).unwrap()
}

#[test]
fn the_shipped_styles_have_no_problems() {
    let (library, problems) = Library::load(None);
    assert_eq!(problems, []);
    let names: Vec<_> = library.styles().iter().map(|style| style.name.as_str()).collect();
    assert_eq!(names, ["coventry", "parish"]);
    for style in library.styles() {
        assert!(!style.bodies.is_empty() && !style.phrases.is_empty(), "{}", style.name);
    }
}

#[test]
fn a_broken_style_is_reported_and_the_shipped_one_serves() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "coventry/style.ron",
        &shipped("coventry/style.ron").replace("first_number: 1,", "first_number: one,"),
    );
    write(folder.path(), "coventry/bodies/bad.ron", "(\n    name: \"Licensing\",\n    shart: \"the Committee\",\n)");
    let (library, problems) = load(folder.path());
    let mut placed: Vec<_> =
        problems.iter().map(|p| (p.file.rsplit('/').next().unwrap(), p.line > 0 && p.column > 0)).collect();
    placed.sort();
    assert_eq!(placed, [("bad.ron", true), ("style.ron", true)], "{problems:?}");
    let bad = problems.iter().find(|problem| problem.file.ends_with("bad.ron")).unwrap();
    assert!(bad.line == 3 && bad.message.contains("shart"), "{bad}");
    let (plain, _) = Library::load(None);
    assert_eq!(library.style("coventry"), plain.style("coventry"));
    assert!(library.style("parish").is_some());
}

#[test]
fn what_can_be_read_but_not_used_is_told_at_its_line() {
    let text = shipped("coventry/style.ron");
    let cases = [
        ("held at {time} on", "held at {tme} on", "{tme}"),
        ("closed: \"(Meeting closed at {time})\"", "closed: \"(Meeting closed at {tijd})\"", "{tijd}"),
        ("left: Cm(2.54)", "left: Cm(17)", "less than 5 cm"),
        ("size: Pt(12),\n        line", "size: Pt(-3),\n        line", "`size`"),
        ("names_at: Cm(5.5)", "names_at: Cm(NaN)", "`names_at`"),
        ("council: \"Coventry City Council\"", "council: \" \"", "`council` is empty"),
        ("font: \"Liberation Sans\"", "font: \"Comic Sans\"", "\"Comic Sans\""),
        ("bullets: [\"•\", \"–\", \"•\"]", "bullets: []", "`bullets` is empty"),
        ("\"November\", \"December\"]", "\"November\"]", "12 names"),
        ("apology: \"{name}[ ({reason})]\"", "apology: \"{name}[ ({reason})\"", "`[` without its `]`"),
    ];
    for (from, to, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        let broken = text.replacen(from, to, 1);
        assert_ne!(broken, text, "{from}");
        let line = 1 + broken.find(to).map(|at| broken[..at].matches('\n').count()).unwrap();
        write(folder.path(), "mine/style.ron", &broken);
        let (library, problems) = load(folder.path());
        let problem = problems.iter().find(|problem| problem.message.contains(expected));
        let problem = problem.unwrap_or_else(|| panic!("{to}: {problems:?}"));
        assert!(problem.line.abs_diff(line) <= 1, "{to} at {line}: {problem}");
        assert!(library.style("mine").is_none() && library.style("coventry").is_some());
    }
}

#[test]
fn a_councils_own_files_override_and_add() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "coventry/style.ron",
        &shipped("coventry/style.ron").replace("Coventry City Council", "Upper Wend Borough Council"),
    );
    write(
        folder.path(),
        "coventry/bodies/licensing.ron",
        &shipped("coventry/bodies/planning-committee.ron").replace("\"Planning Committee\"", "\"Licensing Committee\""),
    );
    write(folder.path(), "ours/style.ron", &shipped("parish/style.ron"));
    let (library, problems) = load(folder.path());
    assert_eq!(problems, []);
    let style = library.style("coventry").unwrap();
    assert_eq!(style.council, "Upper Wend Borough Council");
    assert!(style.body("Licensing Committee").is_some() && style.body("Planning Committee").is_some());
    assert_eq!(library.style("ours").unwrap().name, "ours");
}

#[test]
fn hostile_folders_are_bounded() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "big/style.ron", &"/* long */".repeat(200_000));
    write(folder.path(), "deep/style.ron", &"[(".repeat(50_000));
    write(folder.path(), "stray/style.ron.txt", "x");
    write(folder.path(), "odd/notes.ron", "()");
    fs::create_dir_all(folder.path().join("folder/style.ron")).unwrap();
    fs::write(folder.path().join("odd/style.ron"), b"(council: \"\xff\")").unwrap();
    for number in 0..300 {
        write(folder.path(), &format!("parish/bodies/{number}.ron"), "(");
    }
    let (library, problems) = load(folder.path());
    assert!(library.style("coventry").is_some() && library.style("parish").is_some());
    for name in ["big", "deep", "odd", "folder", "stray"] {
        assert!(problems.iter().any(|problem| problem.file.contains(&format!("/{name}"))), "{name}");
        assert!(library.style(name).is_none());
    }
    assert!(problems.iter().any(|problem| problem.message.contains("more than 256")));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "secret/style.ron", &shipped("parish/style.ron"));
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("mine")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret"), folder.path().join("stolen")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret/style.ron"), folder.path().join("mine/style.ron")).unwrap();
    let (library, problems) = load(folder.path());
    assert_eq!(library.styles().len(), 2);
    assert!(problems.iter().filter(|problem| problem.message.contains("not followed")).count() == 2, "{problems:?}");
}

#[test]
fn a_draft_begins_with_the_bodys_members_items_and_numbers() {
    let (library, _) = Library::load(None);
    let style = library.style("coventry").unwrap();
    let body = style.body("Education and Children's Services Scrutiny Board (2)").unwrap();
    let mut next = 0;
    let mut ids = || {
        next += 1;
        Id(next)
    };
    let minutes = begin(style, body, jiff::civil::date(2016, 9, 15), Some(15), &mut ids);
    assert_eq!((minutes.house.style.as_str(), minutes.numbering.first), ("coventry", 15));
    assert_eq!(minutes.meeting.start.unwrap().to_string(), "14:00");
    let roles: Vec<_> = minutes.items().iter().map(|visit| visit.item.role).collect();
    assert_eq!(
        roles,
        [
            ItemRole::Declarations,
            ItemRole::PreviousMinutes,
            ItemRole::Ordinary,
            ItemRole::Ordinary,
            ItemRole::OtherBusiness
        ]
    );
    let officers = minutes.attendance.people().filter(|person| person.class == MembershipClass::Officer).count();
    assert_eq!(officers, 3);
    let mut seen: Vec<u32> = minutes.attendance.people().map(|person| person.id.0).collect();
    seen.extend(minutes.attendance.groups.iter().map(|group| group.id.0));
    seen.extend(minutes.items().iter().map(|visit| visit.item.id.0));
    seen.extend(minutes.business.iter().map(|section| section.id.0));
    seen.sort_unstable();
    assert_eq!(seen, (1..=next).collect::<Vec<_>>());
    let cabinet = begin(style, style.body("Cabinet").unwrap(), jiff::civil::date(2016, 9, 15), None, &mut || Id(1));
    assert_eq!(cabinet.business.last().unwrap().kind, SectionKind::Private);
}
