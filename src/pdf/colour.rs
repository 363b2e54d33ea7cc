//! The output intent (ISO 32000-1, 14.11.5): what grey and red mean in this file, by a profile of sRGB.

use super::{
    object::{dictionary, name, reference, text},
    writer::Writer,
};
use lopdf::{Object, Stream};

/// How many points the curve of the profile has.
const CURVE_POINTS: u16 = 1024;
/// The white of the profile connection space, D50.
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];
/// The primaries of sRGB, adapted to D50 (IEC 61966-2-1 with the Bradford transform).
const PRIMARIES: [[f64; 3]; 3] =
    [[0.436_07, 0.222_49, 0.013_92], [0.385_15, 0.716_87, 0.097_08], [0.143_07, 0.060_61, 0.714_10]];

/// Writes the output intent and gives the list that the catalog names.
pub fn output_intents(writer: &mut Writer) -> Object {
    let profile = Stream::new(dictionary([("N", 3.into())]), srgb_profile());
    let profile = writer.add(&profile.into());
    let intent = dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB IEC61966-2.1")),
        ("RegistryName", text("http://www.color.org")),
        ("Info", text("sRGB IEC61966-2.1")),
        ("DestOutputProfile", reference(profile)),
    ]);
    vec![intent.into()].into()
}

/// A profile of sRGB: matrix and curve, ICC.1:2001-04 (version 2.4).
fn srgb_profile() -> Vec<u8> {
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", [b"text\0\0\0\0".as_slice(), b"No copyright, use freely\0"].concat()),
        (b"wtpt", xyz(D50)),
    ];
    for (tag, primary) in [b"rXYZ", b"gXYZ", b"bXYZ"].into_iter().zip(PRIMARIES) {
        tags.push((tag, xyz(primary)));
    }
    tags.push((b"rTRC", curve()));

    // The curve stands once and is named three times.
    let count = tags.len() as u32 + 2;
    let mut offset = 128 + 4 + 12 * count;
    let (mut table, mut data) = (count.to_be_bytes().to_vec(), Vec::new());
    for (tag, mut bytes) in tags {
        let length = bytes.len() as u32;
        let names: &[&[u8; 4]] = if tag == b"rTRC" { &[b"rTRC", b"gTRC", b"bTRC"] } else { &[tag] };
        for tag in names {
            table.extend([tag.as_slice(), &offset.to_be_bytes(), &length.to_be_bytes()].concat());
        }
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        offset += bytes.len() as u32;
        data.append(&mut bytes);
    }
    [header(offset), table, data].concat()
}

fn header(size: u32) -> Vec<u8> {
    let mut header = size.to_be_bytes().to_vec();
    header.extend([0; 4]);
    header.extend(0x0240_0000_u32.to_be_bytes());
    header.extend(b"mntrRGB XYZ ");
    // The day on which the profile was laid down: 1 January 2026, midnight.
    header.extend([2026_u16, 1, 1, 0, 0, 0].into_iter().flat_map(u16::to_be_bytes));
    header.extend(b"acsp");
    header.extend([0; 28]);
    header.extend(D50.into_iter().flat_map(fixed));
    header.resize(128, 0);
    header
}

fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn xyz(value: [f64; 3]) -> Vec<u8> {
    [b"XYZ \0\0\0\0".to_vec(), value.into_iter().flat_map(fixed).collect()].concat()
}

fn description(text: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend((text.len() as u32 + 1).to_be_bytes());
    tag.extend(text.bytes());
    // The end of the text, no Unicode and no Macintosh description (ICC.1:2001-04, 6.5.17).
    tag.extend([0; 1 + 4 + 4 + 2 + 1 + 67]);
    tag
}

fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(u32::from(CURVE_POINTS).to_be_bytes());
    for point in 0..CURVE_POINTS {
        let encoded = f64::from(point) / f64::from(CURVE_POINTS - 1);
        let linear = if encoded <= 0.040_45 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) };
        tag.extend(((linear * 65535.0).round() as u16).to_be_bytes());
    }
    tag
}
