use super::EditError;
use serde::{Deserialize, Serialize};

/// A change to a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListEdit<T> {
    /// Puts an entry before the one that is at this place, or at the end.
    Insert {
        /// The place, from 0.
        at: usize,
        /// The entry.
        value: T,
    },
    /// Takes an entry out.
    Remove {
        /// The place, from 0.
        at: usize,
    },
    /// Puts one entry in the place of another.
    Set {
        /// The place, from 0.
        at: usize,
        /// The entry.
        value: T,
    },
    /// Takes an entry out and puts it back elsewhere.
    Move {
        /// Where it is, from 0.
        from: usize,
        /// Where it is to be once it was taken out, from 0.
        to: usize,
    },
}

impl<T> ListEdit<T> {
    /// Changes the list and gives the inverse change.
    ///
    /// # Errors
    ///
    /// [`EditError::OutOfRange`] where a place is outside the list; the list is then as it was.
    pub fn apply(self, list: &mut Vec<T>) -> Result<ListEdit<T>, EditError> {
        let length = list.len();
        let within = |at: usize, limit: usize| {
            if at < limit { Ok(()) } else { Err(EditError::OutOfRange { at, length }) }
        };
        match self {
            ListEdit::Insert { at, value } => {
                within(at, length + 1)?;
                list.insert(at, value);
                Ok(ListEdit::Remove { at })
            }
            ListEdit::Remove { at } => {
                within(at, length)?;
                Ok(ListEdit::Insert { at, value: list.remove(at) })
            }
            ListEdit::Set { at, value } => {
                within(at, length)?;
                Ok(ListEdit::Set { at, value: std::mem::replace(&mut list[at], value) })
            }
            ListEdit::Move { from, to } => {
                within(from, length)?;
                within(to, length)?;
                let value = list.remove(from);
                list.insert(to, value);
                Ok(ListEdit::Move { from: to, to: from })
            }
        }
    }
}
