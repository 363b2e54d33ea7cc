//! The file (ISO 32000-1, 7.5): indirect objects, object streams, the cross-reference stream.
//!
//! Objects are written as they come, so that the tree of tags of a long document never stands in memory as a whole.

use super::{
    object::{dictionary, name, number, reference},
    syntax,
};
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use std::io::Write;

/// How many objects share an object stream: more are smaller together, but a reader unpacks all of them to see one.
const OBJECTS_PER_STREAM: usize = 200;

/// Writes a file into memory.
pub struct Writer {
    out: Vec<u8>,
    /// Where each object is, by its number.
    places: Vec<Place>,
    /// Numbers that were given up.
    spare: Vec<u32>,
    /// The objects that wait for their object stream: number, and offset in `waiting_bytes`.
    waiting: Vec<(u32, usize)>,
    waiting_bytes: Vec<u8>,
    compressed: bool,
}

#[derive(Clone, Copy)]
enum Place {
    Free,
    Offset(usize),
    InStream { stream: u32, index: usize },
}

/// The data of a stream as they go into the file.
pub struct Packed {
    data: Vec<u8>,
    compressed: bool,
}

impl Writer {
    /// Begins a file whose first objects, up to this number, belong to a document that is written later.
    pub fn new(taken: u32, compressed: bool) -> Self {
        let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        out.reserve(1 << 16);
        let places = vec![Place::Free; taken as usize + 1];
        Self { out, places, spare: vec![], waiting: vec![], waiting_bytes: vec![], compressed }
    }

    /// A number for a new object.
    pub fn reserve(&mut self) -> u32 {
        self.spare.pop().unwrap_or_else(|| {
            self.places.push(Place::Free);
            u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// Gives up the number of an object that is not going to be written.
    pub fn release(&mut self, id: u32) {
        self.spare.push(id);
    }

    /// Writes a new object and gives its number.
    pub fn add(&mut self, object: &Object) -> u32 {
        let id = self.reserve();
        self.put(id, object);
        id
    }

    /// Writes an object under a reserved number.
    pub fn put(&mut self, id: u32, object: &Object) {
        match object {
            Object::Stream(stream) => self.put_stream(id, stream),
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..)
            | Object::Array(_)
            | Object::Dictionary(_)
            | Object::Reference(_) => {
                self.waiting.push((id, self.waiting_bytes.len()));
                syntax::write(&mut self.waiting_bytes, object);
                self.waiting_bytes.push(b'\n');
                if self.waiting.len() == OBJECTS_PER_STREAM {
                    self.put_waiting();
                }
            }
        }
    }

    /// Writes a stream whose data are packed already.
    pub fn put_packed(&mut self, id: u32, mut entries: Dictionary, packed: &Packed) {
        entries.remove(b"Length");
        if packed.compressed {
            entries.set("Filter", name("FlateDecode"));
        }
        entries.set("Length", number(packed.data.len()));
        self.places[id as usize] = Place::Offset(self.out.len());
        self.out.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        syntax::dictionary(&mut self.out, &entries);
        self.out.extend_from_slice(b"stream\n");
        self.out.extend_from_slice(&packed.data);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Writes all objects of a document; its own trailer is left out.
    pub fn put_document(&mut self, document: Document) {
        for ((id, _), object) in document.objects {
            self.put(id, &object);
        }
    }

    /// Ends the file.
    pub fn finish(mut self, catalog: u32, info: Option<u32>) -> Vec<u8> {
        self.put_waiting();
        let fingerprint = Object::String(fingerprint(&self.out).to_vec(), StringFormat::Hexadecimal);
        let id = self.reserve_last();
        let offset = self.out.len();
        self.places[id as usize] = Place::Offset(offset);
        let mut entries = dictionary([
            ("Type", name("XRef")),
            ("Size", number(self.places.len())),
            ("W", Object::Array(vec![1.into(), 4.into(), 2.into()])),
            ("Root", reference(catalog)),
            ("ID", Object::Array(vec![fingerprint.clone(), fingerprint])),
        ]);
        if let Some(info) = info {
            entries.set("Info", reference(info));
        }
        let table: Vec<u8> = self.places.iter().flat_map(|place| place.row()).collect();
        let packed = self.pack(table);
        self.put_packed(id, entries, &packed);
        self.out.extend_from_slice(format!("startxref\n{offset}\n%%EOF\n").as_bytes());
        self.out
    }

    /// The cross-reference stream comes last, and takes a number of its own.
    fn reserve_last(&mut self) -> u32 {
        self.spare.clear();
        self.reserve()
    }

    fn put_stream(&mut self, id: u32, stream: &Stream) {
        // Metadata stay readable for programs that know nothing of PDF (ISO 32000-1, 14.3.2).
        let metadata = stream.dict.has_type(b"Metadata");
        let plain = stream.content.clone();
        let packed = if metadata { self::plain(plain) } else { self.pack(plain) };
        self.put_packed(id, stream.dict.clone(), &packed);
    }

    fn put_waiting(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let stream = self.reserve();
        let mut content = String::new();
        for (index, (id, offset)) in self.waiting.iter().enumerate() {
            self.places[*id as usize] = Place::InStream { stream, index };
            content.push_str(&format!("{id} {offset} "));
        }
        let first = content.len();
        let mut content = content.into_bytes();
        content.append(&mut self.waiting_bytes);
        let entries =
            dictionary([("Type", name("ObjStm")), ("N", number(self.waiting.len())), ("First", number(first))]);
        self.waiting.clear();
        let packed = self.pack(content);
        self.put_packed(stream, entries, &packed);
    }

    fn pack(&self, plain: Vec<u8>) -> Packed {
        if self.compressed { pack(plain) } else { self::plain(plain) }
    }
}

impl Place {
    /// The row of the cross-reference stream (7.5.8.3): kind, then offset or stream, then generation or index.
    fn row(self) -> [u8; 7] {
        let (kind, second, third) = match self {
            Place::Free => (0, 0, usize::from(u16::MAX)),
            Place::Offset(offset) => (1, offset, 0),
            Place::InStream { stream, index } => (2, stream as usize, index),
        };
        let [a, b, c, d] = u32::try_from(second).unwrap_or(u32::MAX).to_be_bytes();
        let [e, f] = u16::try_from(third).unwrap_or(u16::MAX).to_be_bytes();
        [kind, a, b, c, d, e, f]
    }
}

/// Compresses the data of a stream.
///
/// The end of the data is followed by a line feed that is not part of them. A reader that takes a carriage return before it
/// for the first half of that line end finds the data one byte short; so data that would end in one stay as they are.
pub fn pack(plain: Vec<u8>) -> Packed {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::new(6));
    match encoder.write_all(&plain).and_then(|()| encoder.finish()) {
        Ok(data) if data.last() != Some(&b'\r') => Packed { data, compressed: true },
        Ok(_) | Err(_) => self::plain(plain),
    }
}

/// The data of a stream as they are.
pub fn plain(data: Vec<u8>) -> Packed {
    Packed { data, compressed: false }
}

/// A fingerprint of the file (FNV-1a, 128 bits): equal files have equal identifiers.
fn fingerprint(bytes: &[u8]) -> [u8; 16] {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = bytes.iter().fold(BASIS, |hash, &byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    hash.to_be_bytes()
}
