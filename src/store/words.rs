use super::disk::Disk;
use super::error::{Cause, StoreError};
use super::read::read_file;
use super::state::Loaded;
use super::system::SystemDisk;
use super::write::write_file;
use std::path::Path;

const NAME: &str = "words.txt";
const COMMENT: &str = "# Words that the spelling check takes for right, one a line.\n";

/// The most bytes of the list: some 100,000 words.
const BYTES: u64 = 1 << 20;

/// Reads the council's own list of words from the configuration folder: a word a line; what begins with `#` is a comment.
/// Where there is none, it is empty.
pub fn load_words(folder: &Path) -> Loaded<Vec<String>> {
    match read_file(&folder.join(NAME), BYTES) {
        Ok(bytes) => Loaded { value: words(&bytes), problem: None },
        Err(StoreError { cause: Cause::NotFound, .. }) => Loaded { value: Vec::new(), problem: None },
        Err(error) => Loaded { value: Vec::new(), problem: Some(error) },
    }
}

/// Adds a word to the list, at its end, unless it is there. What others wrote into the file stays as it is. Gives the
/// words as they are then.
pub fn add_word(folder: &Path, word: &str) -> Result<Vec<String>, StoreError> {
    let path = folder.join(NAME);
    let mut bytes = match read_file(&path, BYTES) {
        Ok(bytes) => bytes,
        Err(StoreError { cause: Cause::NotFound, .. }) => COMMENT.as_bytes().to_vec(),
        Err(error) => return Err(error),
    };
    let mut words = words(&bytes);
    if words.iter().any(|known| known == word) {
        return Ok(words);
    }
    if !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    bytes.extend(word.as_bytes());
    bytes.push(b'\n');
    if bytes.len() as u64 > BYTES {
        return Err(StoreError::new(&path, Cause::TooLarge { limit: BYTES }));
    }
    SystemDisk.create_folders(folder).map_err(|error| StoreError::system(folder, error))?;
    write_file(&path, &bytes)?;
    words.push(word.to_owned());
    Ok(words)
}

fn words(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}
