//! The first version of the file. It is frozen: a file of it opens in every later program.

use super::head::Head;
use crate::model::*;
use serde::{Deserialize, Serialize};

/// A draft as version 1 reads it.
#[derive(Deserialize)]
#[serde(rename = "draft", deny_unknown_fields)]
pub(super) struct File {
    /// The version; looked at before.
    #[serde(rename = "minutebook")]
    _version: u32,
    /// Only for lists of drafts; what it says is derived anew when the draft is written.
    #[serde(rename = "head")]
    _head: Head,
    #[serde(default)]
    house: House,
    #[serde(default)]
    meeting: Meeting,
    #[serde(default)]
    numbering: Numbering,
    #[serde(default)]
    attendance: Attendance,
    #[serde(default)]
    declarations: Declarations,
    #[serde(default)]
    previous: PreviousMinutes,
    #[serde(default)]
    business: Vec<Section>,
    #[serde(default)]
    closing: Closing,
    #[serde(default)]
    record: Record,
}

impl From<File> for Minutes {
    fn from(file: File) -> Minutes {
        let File {
            _version,
            _head,
            house,
            meeting,
            numbering,
            attendance,
            declarations,
            previous,
            business,
            closing,
            record,
        } = file;
        Minutes { house, meeting, numbering, attendance, declarations, previous, business, closing, record }
    }
}

/// A draft as version 1 writes it.
#[derive(Serialize)]
pub(super) struct FileRef<'a> {
    minutebook: u32,
    head: Head,
    house: &'a House,
    meeting: &'a Meeting,
    numbering: &'a Numbering,
    attendance: &'a Attendance,
    #[serde(skip_serializing_if = "is_default")]
    declarations: &'a Declarations,
    #[serde(skip_serializing_if = "is_default")]
    previous: &'a PreviousMinutes,
    business: &'a [Section],
    #[serde(skip_serializing_if = "is_default")]
    closing: &'a Closing,
    #[serde(skip_serializing_if = "is_default")]
    record: &'a Record,
}

impl<'a> From<&'a Minutes> for FileRef<'a> {
    fn from(minutes: &'a Minutes) -> FileRef<'a> {
        let Minutes { house, meeting, numbering, attendance, declarations, previous, business, closing, record } =
            minutes;
        FileRef {
            minutebook: 1,
            head: Head::of(minutes),
            house,
            meeting,
            numbering,
            attendance,
            declarations,
            previous,
            business,
            closing,
            record,
        }
    }
}

fn is_default<T: Default + PartialEq>(value: &&T) -> bool {
    **value == T::default()
}
