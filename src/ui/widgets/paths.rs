use std::path::{MAIN_SEPARATOR, Path};

/// A path in the room that there is: folders in its middle make way, then letters in the middle of the file's name, so that both
/// where it is and what it is called are told.
pub fn short_path(path: &Path, fits: impl Fn(&str) -> bool) -> String {
    let whole = path.display().to_string();
    if fits(&whole) {
        return whole;
    }
    let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let (name, folders) = parts.split_last().map_or((whole.as_str(), &[][..]), |(name, rest)| (name.as_str(), rest));
    // The folders nearest to the file tell the most, then those at the root.
    let kept = |first: usize, last: usize| {
        let first: std::path::PathBuf = folders.iter().take(first).collect();
        let last: std::path::PathBuf = folders.iter().skip(folders.len() - last).collect();
        first.join("…").join(last).join(name).display().to_string()
    };
    let ways = (1..folders.len()).rev().flat_map(|count| {
        // Of as many folders as there is room for, the root and two at most are from the beginning.
        let first = (count / 2).min(3);
        [(first, count - first)]
    });
    ways.map(|(first, last)| kept(first, last))
        .chain([format!("…{MAIN_SEPARATOR}{name}")])
        .find(|text| fits(text))
        .unwrap_or_else(|| short_name(name, fits))
}

/// A name without letters from its middle.
fn short_name(name: &str, fits: impl Fn(&str) -> bool) -> String {
    let letters: Vec<char> = name.chars().collect();
    let cut = |kept: usize| {
        let (first, last) = (kept.div_ceil(2), kept / 2);
        let mut text: String = letters.iter().take(first).collect();
        text.push('…');
        text.extend(letters.iter().skip(letters.len() - last));
        text
    };
    (0..letters.len()).rev().map(cut).find(|text| fits(text)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_path_makes_way_before_its_end() {
        let path = Path::new("/home/clerk/Documents/Council/Scrutiny/2026/minutes-2026-03-12.minutes.ron");
        for (room, expected) in [
            (200, "/home/clerk/Documents/Council/Scrutiny/2026/minutes-2026-03-12.minutes.ron"),
            (70, "/home/clerk/…/Council/Scrutiny/2026/minutes-2026-03-12.minutes.ron"),
            (50, "/…/Scrutiny/2026/minutes-2026-03-12.minutes.ron"),
            (40, "/…/2026/minutes-2026-03-12.minutes.ron"),
            (32, "…/minutes-2026-03-12.minutes.ron"),
            (19, "minutes-2…nutes.ron"),
            (0, ""),
        ] {
            assert_eq!(short_path(path, |text| text.chars().count() <= room), expected, "{room}");
        }
    }
}
