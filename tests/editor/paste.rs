//! Cut, copy and paste within the editor, and plain text from elsewhere.

use crate::rig::cases;

cases! {
    a_word_is_cut_and_pasted: "the [old] roofs", "Ctrl+X Ctrl+End Ctrl+V" => "the  roofsold|";
    a_copy_leaves_what_was_copied: "the [old] roofs", "Ctrl+C Ctrl+End ` ` Ctrl+V" => "the old roofs old|";
    a_copy_keeps_bold: "the [**old**] roofs", "Ctrl+C Ctrl+End Ctrl+V" => "the **old** roofs**old**|";
    a_paste_replaces_what_is_selected: "[a] b", "Ctrl+C Ctrl+End Shift+Left Ctrl+V" => "a a|";
    items_are_pasted_as_items: "1. [a / 2. b] / c", "Ctrl+C Ctrl+End Enter Ctrl+V" => "1. a / 2. b / c / 1. a / 2. b|";
    items_pasted_into_a_list_count_on: "1. [a / 2. b]", "Ctrl+C Ctrl+End Enter Ctrl+V" => "1. a / 2. b / 3. a / 4. b|";
    a_part_of_an_item_is_pasted_as_text: "• ol[d ro]ofs / x", "Ctrl+C Ctrl+End Ctrl+V" => "• old roofs / xd ro|";
    what_is_copied_from_the_middle_of_an_item_begins_as_text: "• ol[d / • roo]fs / x", "Ctrl+C Ctrl+End Ctrl+V" => "• old / • roofs / xd / • roo|";
    a_whole_item_pasted_into_nothing_is_an_item: "(a) [a] / x", "Ctrl+C Ctrl+End Enter Ctrl+V" => "(a) a / x / (a) a|";
    levels_are_pasted_too: "1. [a / › a. b] / x", "Ctrl+C Ctrl+End Enter Ctrl+V" => "1. a / › a. b / x / 1. a / › a. b|";
    several_paragraphs_in_the_middle_part_the_line: "[a / b] / xy", "Ctrl+C Ctrl+End Left Ctrl+V" => "a / b / xa / b|y";
    cutting_over_paragraphs_joins_what_is_left: "a[b / • c]d", "Ctrl+X" => "a|d";
    what_was_cut_over_paragraphs_can_be_put_back: "a[b / • c]d", "Ctrl+X Ctrl+V" => "ab / • c|d";
    cutting_nothing_cuts_nothing: "a|b", "Ctrl+X" => "a|b";
    a_mark_is_copied_as_a_mark: "[{63/15}] / x", "Ctrl+C Ctrl+End Ctrl+V" => "{63/15} / x{63/15}|";
    lines_of_plain_text_are_paragraphs: "|", "Paste`a⏎b⏎⏎c`" => "a / b / c|";
    one_line_goes_into_the_line: "a|c", "Paste`b`" => "ab|c";
    lines_pasted_into_an_item_begin_in_it: "• a|", "Paste`b⏎c`" => "• ab / c|";
    plain_text_in_bold_is_plain: "**a|c**", "Paste`b`" => "**a**b|**c**";
    nothing_pasted_changes_nothing: "a[b]c", "Paste`⏎ ⏎`" => "a[b]c";
    a_confidential_paragraph_stays_so_when_pasted_into: "§ |", "Paste`a`" => "§ a|";
    what_is_pasted_keeps_a_quotation: "> [so] / x", "Ctrl+C Ctrl+End Enter Ctrl+V" => "> so / x / > so|";
    undo_takes_a_paste_back_whole: "x|y", "Paste`a⏎b⏎c` Ctrl+Z" => "x|y";
    typing_behind_a_paste_is_a_step_of_its_own: "|", "Paste`a` `b` Ctrl+Z" => "a|";
}
