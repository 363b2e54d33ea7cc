//! How objects are spelt (ISO 32000-1, 7.3): as tersely as the standard allows.

use lopdf::{Dictionary, Object, StringFormat};

/// Writes an object. The dictionary of a stream stands for the stream.
pub fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => token(out, b"null"),
        Object::Boolean(true) => token(out, b"true"),
        Object::Boolean(false) => token(out, b"false"),
        Object::Integer(value) => token(out, value.to_string().as_bytes()),
        Object::Real(value) => token(out, real(*value).as_bytes()),
        Object::Name(bytes) => name(out, bytes),
        Object::String(bytes, StringFormat::Literal) => literal(out, bytes),
        Object::String(bytes, StringFormat::Hexadecimal) => hexadecimal(out, bytes),
        Object::Array(items) => {
            out.push(b'[');
            items.iter().for_each(|item| write(out, item));
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Stream(stream) => dictionary(out, &stream.dict),
        Object::Reference((id, generation)) => token(out, format!("{id} {generation} R").as_bytes()),
    }
}

/// Writes a dictionary.
pub fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(out, key);
        write(out, value);
    }
    out.extend_from_slice(b">>");
}

/// A word that must be kept apart from a word before it.
fn token(out: &mut Vec<u8>, bytes: &[u8]) {
    if out.last().is_some_and(|last| !b"[]<>()\n ".contains(last)) {
        out.push(b' ');
    }
    out.extend_from_slice(bytes);
}

fn real(value: f32) -> String {
    if value.is_finite() { value.to_string() } else { "0".into() }
}

fn name(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'/');
    for &byte in bytes {
        if (b'!'..=b'~').contains(&byte) && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

fn literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(byte),
        }
    }
    out.push(b')');
}

fn hexadecimal(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push(b'<');
    for &byte in bytes {
        out.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
    out.push(b'>');
}
