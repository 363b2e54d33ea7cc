use crate::{
    edit::{Edit, EditError},
    model::Minutes,
};

/// How the worker comes by the minutes: whole, or by what was changed since. Copying a long draft at each keystroke would
/// be felt.
#[derive(Default)]
pub(super) struct Text {
    /// The minutes, where the worker does not know them.
    pub whole: Option<Box<Minutes>>,
    /// What was changed then, in order.
    pub then: Vec<Edit>,
}

impl Text {
    /// The whole minutes.
    pub fn whole(minutes: &Minutes) -> Text {
        Text { whole: Some(Box::new(minutes.clone())), then: Vec::new() }
    }

    /// This text behind one that was never looked at.
    pub fn behind(self, mut earlier: Text) -> Text {
        if self.whole.is_some() {
            return self;
        }
        earlier.then.extend(self.then);
        earlier
    }

    /// Brings minutes to what this says.
    pub fn take_in(&mut self, minutes: &mut Minutes) -> Result<(), EditError> {
        if let Some(whole) = self.whole.take() {
            *minutes = *whole;
        }
        for edit in self.then.drain(..) {
            edit.apply(minutes)?;
        }
        Ok(())
    }
}

/// A change, be it made, undone or made again, of which the pages can be told instead of the whole minutes.
pub(in crate::app) struct Step {
    /// Of which draft.
    pub draft: u64,
    /// The revisions before and after it.
    pub from: u64,
    pub to: u64,
    pub edit: Edit,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Numbering;

    fn numbered(first: u32) -> Text {
        let edit = Edit::Numbering(Numbering { first, ..Numbering::default() });
        Text { whole: None, then: vec![edit] }
    }

    #[test]
    fn changes_gather_behind_the_text_that_waits_and_a_whole_one_takes_its_place() {
        let mut known = Minutes::default();
        let whole =
            Text::whole(&Minutes { numbering: Numbering { first: 3, ..Numbering::default() }, ..known.clone() });
        let mut text = numbered(9).behind(numbered(7).behind(whole));
        assert_eq!(text.then.len(), 2);
        text.take_in(&mut known).expect("the changes fit");
        assert_eq!(known.numbering.first, 9);
        let mut text = Text::whole(&Minutes::default()).behind(numbered(5));
        text.take_in(&mut known).expect("there is nothing to change");
        assert_eq!(known.numbering.first, 1);
    }
}
