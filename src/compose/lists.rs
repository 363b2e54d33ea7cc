//! Lists across page breaks.

use crate::frame::{Block, Role};

/// Keeps the first item of a list with the second, and the last with the one before it, so that none stands on a page alone.
pub(super) fn keep_ends(blocks: &mut [Block]) {
    let is_item = |block: &Block| matches!(block.role, Role::ListItem { .. });
    let begins = |block: &Block| matches!(block.role, Role::ListItem { begins: true, .. });
    for at in 1..blocks.len() {
        let (Some(item), Some(next)) = (blocks.get(at - 1), blocks.get(at)) else { continue };
        if !is_item(item) || !is_item(next) || begins(next) {
            continue;
        }
        let is_first = begins(item);
        let next_is_last = blocks.get(at + 1).is_none_or(|behind| !is_item(behind) || begins(behind));
        if (is_first || next_is_last)
            && let Some(item) = blocks.get_mut(at - 1)
        {
            item.keep_with_next = true;
        }
    }
}
