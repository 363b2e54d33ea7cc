//! What a document holds: a serialiser that writes nothing down but the names of the fields and variants it meets.
//! What equals its default is left out of a file and is therefore not met.

use serde::ser::{self, Serialize};
use std::{collections::BTreeSet, fmt};

/// The fields ("Item.title") and variants ("Outcome::Noted") of a document, and the numbers under each.
#[derive(Default)]
pub struct Seen {
    /// The fields and variants that were met.
    pub keys: BTreeSet<String>,
    numbers: Vec<(String, u32)>,
    /// The field or variant in which the serialiser is.
    at: String,
}

impl Seen {
    /// What a value holds.
    pub fn of(value: &impl Serialize) -> Seen {
        let mut seen = Seen::default();
        value.serialize(&mut seen).unwrap_or_else(|error| panic!("{error}"));
        seen
    }

    /// The numbers under any of these fields and variants.
    pub fn numbers(&self, keys: &[&str]) -> impl Iterator<Item = u32> {
        self.numbers.iter().filter(|(key, _)| keys.contains(&key.as_str())).map(|(_, number)| *number)
    }

    fn enter<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<(), Error> {
        self.keys.insert(key.clone());
        let before = std::mem::replace(&mut self.at, key);
        value.serialize(&mut *self)?;
        self.at = before;
        Ok(())
    }
}

/// A value of a kind that no draft holds.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Error(message.to_string())
    }
}

/// A struct, or a variant with named fields, on its way.
pub struct Fields<'a> {
    seen: &'a mut Seen,
    owner: String,
}

macro_rules! leaves {
    ($($method:ident($kind:ty)),*) => {
        $(fn $method(self, _: $kind) -> Result<(), Error> { Ok(()) })*
    };
}

impl<'a> ser::Serializer for &'a mut Seen {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = ser::Impossible<(), Error>;
    type SerializeTupleVariant = ser::Impossible<(), Error>;
    type SerializeMap = ser::Impossible<(), Error>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Fields<'a>;

    leaves!(
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u64(u64),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8]),
        serialize_unit_struct(&'static str)
    );

    fn serialize_u32(self, number: u32) -> Result<(), Error> {
        self.numbers.push((self.at.clone(), number));
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit_variant(self, owner: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.keys.insert(format!("{owner}::{variant}"));
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        owner: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.enter(format!("{owner}::{variant}"), value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error(format!("{name} is a tuple")))
    }

    fn serialize_tuple_variant(
        self,
        owner: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error(format!("{owner}::{variant} is a tuple")))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(Error(format!("there is a map in {}", self.at)))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'a>, Error> {
        Ok(Fields { seen: self, owner: name.to_string() })
    }

    fn serialize_struct_variant(
        self,
        owner: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields<'a>, Error> {
        let owner = format!("{owner}::{variant}");
        self.keys.insert(owner.clone());
        Ok(Fields { seen: self, owner })
    }
}

impl ser::SerializeSeq for &mut Seen {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl ser::SerializeTuple for &mut Seen {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, field: &'static str, value: &T) -> Result<(), Error> {
        self.seen.enter(format!("{}.{field}", self.owner), value)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl ser::SerializeStructVariant for Fields<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, field: &'static str, value: &T) -> Result<(), Error> {
        self.seen.enter(format!("{}.{field}", self.owner), value)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}
