//! How records lie in the file. All figures are little-endian.
//!
//! Head, 64 bytes: the name (20), the version (4), the generation (8), the CRC-32 of these 32 bytes (4), zeros.
//! A record: the length of what it holds (4), its number from 0 (4), the number of the first record that was written together with it (4), the
//! CRC-32 of the head's checksum, these three and what it holds (4), what it holds. Where a length is 0, the records end.

use crc32fast::Hasher;

/// The version of the journal that this program writes. Older ones are read and brought up to it.
pub const JOURNAL_VERSION: u32 = 1;

/// How long the head is.
pub const HEAD: usize = 64;

/// How long the figures before each record are.
pub(super) const FRAME: usize = 16;

const NAME: &[u8; 20] = b"minutebook journal\r\n";

/// What a journal says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its version.
    pub version: u32,
    /// How often it was written anew: which one of two files is meant that had the same name one after the other.
    pub generation: u64,
}

impl Head {
    /// As bytes.
    pub fn bytes(self) -> [u8; HEAD] {
        let mut bytes = [0; HEAD];
        bytes[..20].copy_from_slice(NAME);
        bytes[20..24].copy_from_slice(&self.version.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.generation.to_le_bytes());
        let sum = crc32fast::hash(&bytes[..32]).to_le_bytes();
        bytes[32..36].copy_from_slice(&sum);
        bytes
    }

    /// Reads a head; none where there is none or it is damaged.
    pub fn read(bytes: &[u8]) -> Option<Head> {
        let head = bytes.get(..HEAD)?;
        let whole = head.starts_with(NAME) && figure(head, 32)? == crc32fast::hash(&head[..32]);
        let generation = head.get(24..32)?.try_into().ok()?;
        whole.then_some(Head { version: figure(head, 20)?, generation: u64::from_le_bytes(generation) })
    }

    /// Whether this program reads journals of this version.
    pub fn readable(self) -> bool {
        (1..=JOURNAL_VERSION).contains(&self.version)
    }

    /// What the checksums of its records begin with, so that a record of another generation is none of this one.
    pub(super) fn salt(self) -> u32 {
        // Not over the sum itself: with that, every head has the same.
        crc32fast::hash(&self.bytes()[..32])
    }
}

/// Writes a record behind others.
pub(super) fn put(out: &mut Vec<u8>, salt: u32, number: u32, since: u32, payload: &[u8]) -> Option<()> {
    let length = u32::try_from(payload.len()).ok().filter(|length| *length > 0)?;
    for figure in [length, number, since, checksum(salt, length, number, since, payload)] {
        out.extend(figure.to_le_bytes());
    }
    out.extend(payload);
    Some(())
}

/// A record as it lies in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// Its number.
    pub number: u32,
    /// The number of the first record that was written together with it: all before that one were on the disk by then.
    pub since: u32,
    /// What it holds.
    pub payload: &'a [u8],
}

/// The record that begins at a byte; none where none does that is whole.
pub(super) fn at(bytes: &[u8], offset: usize, salt: u32) -> Option<Record<'_>> {
    let frame = bytes.get(offset..)?.get(..FRAME)?;
    let length = figure(frame, 0)?;
    let (number, since, sum) = (figure(frame, 4)?, figure(frame, 8)?, figure(frame, 12)?);
    let start = offset.checked_add(FRAME)?;
    let payload = bytes.get(start..start.checked_add(usize::try_from(length).ok()?)?)?;
    let whole = length > 0 && since <= number && sum == checksum(salt, length, number, since, payload);
    whole.then_some(Record { number, since, payload })
}

/// The last record of a journal, by the journal's last bytes, where it is so long and whole.
pub(super) fn last(head: Head, bytes: &[u8], payload: &[u8]) -> bool {
    let start = bytes.len().checked_sub(FRAME + payload.len());
    let record = start.and_then(|start| at(bytes, start, head.salt()));
    record.is_some_and(|record| record.payload == payload)
}

/// The records that stand somewhere behind a byte and were written after everything before `number` was on the disk: how many there
/// are at least. There are some only where something that was on the disk is damaged.
pub(super) fn later(bytes: &[u8], from: usize, salt: u32, number: u32) -> usize {
    // What a checksum may cost in all: a file can be made to look like the beginning of a record at each byte.
    let mut budget = 4 * bytes.len().max(1 << 20);
    let (mut offset, mut found) = (from, 0);
    while let Some(frame) = bytes.get(offset..).and_then(|rest| rest.get(..FRAME)) {
        let figures = (figure(frame, 0), figure(frame, 4), figure(frame, 8));
        let (Some(length), Some(its), Some(since)) = figures else { break };
        let length = length as usize;
        let likely = length > 0 && its > number && since > number && since <= its && length <= bytes.len() - offset;
        if likely && budget < length {
            break;
        }
        if likely {
            budget -= length;
            if at(bytes, offset, salt).is_some() {
                found += 1;
                offset += FRAME + length;
                continue;
            }
        }
        offset += 1;
    }
    found
}

fn checksum(salt: u32, length: u32, number: u32, since: u32, payload: &[u8]) -> u32 {
    let mut hasher = Hasher::new();
    for figure in [salt, length, number, since] {
        hasher.update(&figure.to_le_bytes());
    }
    hasher.update(payload);
    hasher.finalize()
}

fn figure(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}
