use crate::model::{Prose, Table};

/// What stands by itself in what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Paragraphs and list items.
    Prose(Prose),
    /// A table.
    Table(Table),
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The blocks, in order. Two of prose never follow each other.
    pub blocks: Vec<Block>,
    /// Whether something was left out because there was more than a draft can hold.
    pub cut: bool,
}

impl Reading {
    /// All paragraphs where there is nothing but prose.
    pub fn prose(&self) -> Option<&Prose> {
        match self.blocks.as_slice() {
            [Block::Prose(prose)] => Some(prose),
            _ => None,
        }
    }
}
