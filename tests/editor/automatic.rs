//! What is done by itself while somebody types, how it is taken back, and where it is not done.

use crate::rig::cases;

// Ordinals.
cases! {
    an_ordinal_is_raised_at_the_blank_behind_it: "On the |", "`16th of`" => "On the 16^th^ of|";
    before_a_stop_too: "on the |", "`21st.`" => "on the 21^st^.|";
    at_enter_too: "on the |", "`2nd` Enter" => "on the 2^nd^ / |";
    at_a_line_break_too: "on the |", "`3rd` Shift+Enter" => "on the 3^rd^⏎|";
    the_eleventh_is_one: "|", "`11th `" => "11^th^ |";
    a_word_that_goes_on_is_none: "|", "`16tha `" => "16tha |";
    the_wrong_ending_is_none: "|", "`16st 11st 2th `" => "16st 11st 2th |";
    a_letter_before_it_makes_it_none: "|", "`A16th `" => "A16th |";
    a_stop_before_it_makes_it_none: "|", "`1.16th `" => "1.16th |";
    an_ordinal_that_is_there_stays: "16th|", "` of`" => "16th of|";
    an_ordinal_that_was_pasted_stays: "|", "Paste`16th` ` of`" => "16th of|";
    half_an_ordinal_that_is_there_stays: "1|", "`6th of`" => "16th of|";
    a_bold_ordinal_is_raised_and_stays_bold: "**the **|", "`16th `" => "**the 16^th^ **|";
    one_backspace_takes_the_superscript_back: "|", "`16th ` Backspace" => "16th |";
    a_second_one_takes_the_blank: "|", "`16th ` Backspace Backspace" => "16th|";
    one_undo_takes_the_superscript_back: "|", "`16th ` Ctrl+Z" => "16th |";
    redo_raises_it_again: "|", "`16th ` Ctrl+Z Ctrl+Y" => "16^th^ |";
    what_was_taken_back_is_not_raised_again: "|", "`16th ` Backspace Backspace ` of`" => "16th of|";
    what_was_undone_is_not_raised_again: "|", "`16th ` Ctrl+Z Backspace ` of`" => "16th of|";
    at_enter_one_backspace_takes_it_back: "|", "`16th` Enter Backspace" => "16th / |";
    at_enter_one_undo_takes_it_back: "|", "`16th` Enter Ctrl+Z" => "16th / |";
    with_ordinals_off_none_is_raised: "|", "ordinals `16th of`" => "16th of|";
    several_are_raised_in_one_go: "|", "`1st, 2nd and 3rd `" => "1^st^, 2^nd^ and 3^rd^ |";
}

// Lists.
cases! {
    one_backspace_brings_a_hyphen_back: "|", "`- ` Backspace" => "- |";
    one_backspace_brings_a_number_back: "|", "`1. ` Backspace" => "\\1. |";
    one_undo_brings_a_letter_back: "|", "`a. ` Ctrl+Z" => "\\a. |";
    redo_begins_the_list_again: "|", "`(i) ` Ctrl+Z Ctrl+Y" => "(i) |";
    a_list_that_was_taken_back_does_not_begin_again: "|", "`- ` Backspace `roofs`" => "- roofs|";
    nor_by_another_blank: "|", "`- ` Backspace Backspace ` `" => "- |";
    a_list_that_was_undone_does_not_begin_again: "|", "`- ` Ctrl+Z Backspace ` roofs`" => "- roofs|";
    an_asterisk_comes_back_as_one: "|", "`* ` Backspace" => "\\* |";
    once_typing_went_on_backspace_takes_a_letter: "|", "`- r` Backspace" => "• |";
    then_another_takes_the_marker: "|", "`- r` Backspace Backspace" => "|";
    undo_of_what_was_typed_leaves_the_list: "|", "`- roofs` Ctrl+Z" => "• |";
    and_then_brings_the_hyphen_back: "|", "`- roofs` Ctrl+Z Ctrl+Z" => "- |";
    and_then_nothing_is_left: "|", "`- roofs` Ctrl+Z Ctrl+Z Ctrl+Z" => "|";
    a_marker_with_a_caret_that_moved_begins_none: "|", "`-` Left Right ` `" => "- |";
    a_marker_that_was_mended_while_typing_begins_one: "|", "`1,` Backspace `. roofs`" => "1. roofs|";
}

// Quotation marks and dashes, where the house asks for them.
cases! {
    quotation_marks_stay_straight: "|", r#"`"so" 'it' - said`"# => r#""so" 'it' - said|"#;
    where_the_house_asks_they_are_curled: "|", r#"signs `He said "so".`"# => "He said “so”.|";
    single_ones_too: "|", "signs `the 'old' one`" => "the ‘old’ one|";
    an_apostrophe_is_one: "|", "signs `the Board's`" => "the Board’s|";
    a_mark_behind_a_bracket_opens: "|", r#"signs `("so")`"# => "(“so”)|";
    a_hyphen_between_blanks_becomes_a_dash: "|", "signs `roofs - all`" => "roofs – all|";
    a_hyphen_in_a_word_stays: "|", "signs `re-let `" => "re-let |";
    one_backspace_makes_it_straight_again: "|", r#"signs `"` Backspace"# => r#""|"#;
    one_undo_makes_it_straight_again: "|", r#"signs `"` Ctrl+Z"# => r#""|"#;
    a_dash_that_was_taken_back_stays_a_hyphen: "|", "signs `roofs - ` Backspace `all`" => "roofs - all|";
    pasted_marks_stay_straight: "|", r#"signs Paste`"so" - it`"# => r#""so" - it|"#;
    marks_that_are_there_stay_straight: r#""so"|"#, "signs ` it`" => r#""so" it|"#;
    curled_marks_keep_their_look: "**so **|", r#"signs `"it"`"# => "**so “it”**|";
}
