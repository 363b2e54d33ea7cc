//! Parting and joining paragraphs, taking letters, words and lines away, and what replaces a selection.

use crate::rig::cases;

cases! {
    typing_puts_letters_at_the_caret: "The ro|.", "`ofs`" => "The roofs|.";
    typing_into_nothing_begins_a_paragraph: "", "`The`" => "The|";
    enter_parts_a_paragraph: "The |roofs", "Enter" => "The  / |roofs";
    enter_at_a_start_puts_an_empty_one_before: "|roofs", "Enter" => " / |roofs";
    enter_at_an_end_begins_another: "roofs|", "Enter `drains`" => "roofs / drains|";
    enter_parts_bold_text_in_two: "**ro|ofs**", "Enter" => "**ro** / |**ofs**";
    enter_replaces_what_is_selected: "ro[of]s", "Enter" => "ro / |s";
    enter_over_several_paragraphs_leaves_two: "a[b / c / d]e", "Enter" => "a / |e";
    enter_goes_on_in_a_quotation: "> so|", "Enter `on`" => "> so / > on|";
    enter_in_an_empty_quotation_leaves_it: "> so / > |", "Enter" => "> so / |";
    shift_enter_breaks_the_line_only: "a|b", "Shift+Enter" => "a⏎|b";
    a_line_break_in_an_item_is_no_item: "1. a|", "Shift+Enter `b` Enter `c`" => "1. a⏎b / 2. c|";
    backspace_takes_a_line_break: "a⏎|b", "Backspace" => "a|b";
    backspace_takes_a_letter: "roofs|", "Backspace" => "roof|";
    backspace_at_a_start_joins: "a / |b", "Backspace" => "a|b";
    backspace_joins_what_is_bold_with_what_is_not: "a / |**b**", "Backspace" => "a|**b**";
    joined_runs_of_one_look_are_one: "**a** / |**b**", "Backspace" => "**a|b**";
    backspace_takes_an_empty_paragraph_above: "a /  / |b", "Backspace" => "a / |b";
    an_item_drawn_up_to_an_empty_paragraph_stays_one: " / • |b", "Backspace Backspace" => "|b";
    text_drawn_up_to_an_item_belongs_to_it: "• a / |b", "Backspace" => "• a|b";
    what_is_behind_a_confidential_paragraph_joins_it: "§ a / |b", "Backspace" => "§ a|b";
    delete_takes_a_letter: "ro|ofs", "Delete" => "ro|fs";
    delete_at_an_end_joins: "a| / b", "Delete" => "a|b";
    delete_in_an_empty_paragraph_leaves_the_item_behind_it: "| / • b", "Delete" => "• |b";
    delete_at_the_very_end_does_nothing: "a / b|", "Delete" => "a / b|";
    backspace_takes_what_is_selected: "ro[of]s", "Backspace" => "ro|s";
    delete_takes_what_is_selected: "ro]of[s", "Delete" => "ro|s";
    a_selection_over_paragraphs_joins_what_is_left: "a[b / c / d]e", "Backspace" => "a|e";
    a_whole_item_selected_to_the_next_leaves_the_next: "a / 1. [b / > ]c", "Backspace" => "a / > |c";
    typing_replaces_what_is_selected: "ro[of]s", "`ck`" => "rock|s";
    typing_replaces_several_paragraphs: "a[b / • c]d", "`x`" => "ax|d";
    typing_over_bold_stays_bold: "a [**b**] c", "`x`" => "a **x**| c";
    all_is_replaced: "a / • b|", "Ctrl+A `x`" => "x|";
    a_word_before_the_caret_goes: "the old roofs|", "Ctrl+Backspace" => "the old |";
    a_word_with_what_is_behind_it_goes: "the old |roofs", "Ctrl+Backspace" => "the |roofs";
    a_word_behind_the_caret_goes: "the| old roofs", "Ctrl+Delete" => "the| roofs";
    a_word_at_the_start_joins_with_what_is_above: "a / |b", "Ctrl+Backspace" => "a|b";
    a_word_delete_at_an_end_joins: "a| / b c", "Ctrl+Delete" => "a|b c";
    all_before_the_caret_goes: "the old |roofs", "Cmd+Backspace" => "|roofs";
    all_behind_the_caret_goes: "the |old roofs", "Cmd+Delete" => "the |";
    an_apostrophe_is_part_of_its_word: "the Board's|", "Ctrl+Backspace" => "the |";
    undo_leads_back_to_the_parting: "ro|ofs", "Enter Ctrl+Z" => "ro|ofs";
    undo_leads_back_to_what_was_selected: "ro]of[s", "Backspace Ctrl+Z" => "ro]of[s";
    the_control_characters_of_a_paste_are_no_text: "|", "Paste`a\tb\u{7}`" => "a b|";
}

// What looks like one character is one.
cases! {
    a_combining_mark_goes_with_its_letter: "cafe\u{301}|", "Backspace" => "caf|";
    a_family_is_one_character: "a👨‍👩‍👧|", "Backspace" => "a|";
    a_flag_is_one_character: "a|🇬🇧b", "Delete" => "a|b";
    a_welsh_letter_is_one_character: "dŵ|r", "Backspace" => "d|r";
    a_welsh_letter_with_a_combining_mark_is_one: "dw\u{302}|r", "Backspace" => "d|r";
    the_caret_steps_over_a_whole_character: "|e\u{301}👍🏽x", "Right Right `y`" => "e\u{301}👍🏽y|x";
    and_back_over_it: "e\u{301}👍🏽|x", "Left Left `y`" => "y|e\u{301}👍🏽x";
    a_combining_mark_that_is_typed_joins_its_letter: "caf|", "`e\u{301}`" => "cafe\u{301}|";
    what_is_taken_between_may_join_two_halves: "🇬| 🇧", "Delete" => "|🇬🇧";
}
