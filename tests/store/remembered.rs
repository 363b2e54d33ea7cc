//! Proves that what the program remembers comes back, and that nothing in its folder can keep it from starting.

use minutebook::store::{KeepVersions, Recent, Settings, Theme};
use std::fs;
use std::path::{Path, PathBuf};

fn paths(recent: &Recent) -> Vec<PathBuf> {
    recent.files().map(Path::to_path_buf).collect()
}

#[test]
fn recent_files_come_latest_first_each_once_and_not_too_many() {
    let mut recent = Recent::default();
    for number in 0..40 {
        recent.add(Path::new(&format!("/council/{number}.minutes.ron")));
    }
    recent.add(Path::new("/council/35.minutes.ron"));
    let files = paths(&recent);
    assert_eq!(files.len(), 12);
    assert_eq!(
        files[..3],
        ["/council/35.minutes.ron", "/council/39.minutes.ron", "/council/38.minutes.ron"].map(PathBuf::from)
    );
    recent.remove(Path::new("/council/39.minutes.ron"));
    assert_eq!(paths(&recent)[1], Path::new("/council/38.minutes.ron"));
}

#[test]
fn what_was_remembered_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("not").join("there yet");
    let mut recent = Recent::default();
    recent.add(Path::new("/council/Mrs O'Dell's \"draft\" \\ ŵ.minutes.ron"));
    recent.add(Path::new("/council/b.minutes.ron"));
    recent.save(&state).expect("saved");
    let settings = Settings {
        theme: Theme::Dark,
        preview: false,
        spelling: false,
        words: false,
        lists: false,
        ordinals: false,
        signs: Some(true),
        preview_width: Some(640),
        zoom: 125,
        window: Some((1280, 800)),
        maximized: false,
        style: Some("parish".into()),
        body: Some("Full Council".into()),
        versions: KeepVersions::All,
    };
    settings.save(&state).expect("saved");
    let loaded = Recent::load(&state);
    assert!(loaded.problem.is_none());
    assert_eq!(loaded.value, recent);
    let loaded = Settings::load(&state);
    assert!(loaded.problem.is_none());
    assert_eq!(loaded.value, settings);
}

#[test]
fn a_first_start_finds_nothing_and_says_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("none");
    assert!(Recent::load(&state).problem.is_none());
    let settings = Settings::load(&state);
    assert!(settings.problem.is_none());
    assert_eq!((settings.value.theme, settings.value.preview), (Theme::System, true));
    assert!(!state.exists(), "looking makes nothing");
}

#[test]
fn broken_files_are_put_aside_and_the_program_starts() {
    for broken in [&b"(files: [\"a"[..], b"\xff\xfe", b"", &b"(".repeat(10_000), b"(files: 7)", b"[]"] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("recent.ron");
        fs::write(&path, broken).expect("written");
        let loaded = Recent::load(folder.path());
        assert_eq!(loaded.value, Recent::default());
        let problem = loaded.problem.expect("it is reported");
        assert!(problem.to_string().contains("recent.ron: line "), "{problem}");
        assert!(
            fs::read(folder.path().join("recent.ron.broken")).is_ok_and(|bytes| bytes == broken),
            "nothing is lost"
        );
        assert!(Recent::load(folder.path()).problem.is_none(), "it is reported once");
        let mut recent = loaded.value;
        recent.add(Path::new("/a"));
        recent.save(folder.path()).expect("saved");
        assert_eq!(Recent::load(folder.path()).value, recent);
    }
}

#[test]
fn a_state_folder_that_is_a_file_is_reported_and_the_program_starts() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("state");
    fs::write(&state, "a file").expect("written");
    let loaded = Settings::load(&state);
    assert_eq!(loaded.value, Settings::default());
    assert!(loaded.problem.is_some_and(|problem| problem.to_string().contains("a part of this path is a file")));
    let error = Settings::default().save(&state).expect_err("no folder");
    assert!(error.to_string().split(". ").count() > 1, "{error}");
    assert!(fs::read(&state).is_ok_and(|bytes| bytes == b"a file"));
}

#[test]
fn settings_of_a_newer_program_and_odd_ones_are_borne() {
    let folder = tempfile::tempdir().expect("a folder");
    let newer = "(theme: Light, sparkle: Some((deep: [1, 2, {\"a\": 'b'}])), preview_width: 4000000000, zoom: 0, window: (4, 4000000000))";
    fs::write(folder.path().join("settings.ron"), newer).expect("written");
    let loaded = Settings::load(folder.path());
    assert!(loaded.problem.is_none(), "{:?}", loaded.problem);
    assert_eq!((loaded.value.theme, loaded.value.preview_width), (Theme::Light, Some(4_000)));
    assert_eq!((loaded.value.zoom, loaded.value.window), (25, Some((320, 16_000))));
}
