//! How lists begin, go on, are left, and count.

use crate::rig::cases;

// What begins one: a marker and a blank, typed at the start of running text.
cases! {
    a_hyphen_begins_a_bulleted_list: "|", "`- `" => "• |";
    so_does_an_asterisk: "|", "`* roofs`" => "• roofs|";
    so_does_a_bullet_sign: "|", "`• roofs`" => "• roofs|";
    the_first_thing_typed_may_begin_one: "", "`- roofs`" => "• roofs|";
    a_figure_with_a_stop_begins_a_numbered_list: "|", "`1. roofs`" => "1. roofs|";
    a_figure_with_a_bracket_does: "|", "`1) roofs`" => "1) roofs|";
    a_figure_in_brackets_does: "|", "`(1) roofs`" => "(1) roofs|";
    a_small_letter_with_a_stop_begins_a_lettered_list: "|", "`a. roofs`" => "a. roofs|";
    a_small_letter_in_brackets_does: "|", "`(a) roofs`" => "(a) roofs|";
    a_small_letter_with_a_bracket_does: "|", "`a) roofs`" => "a) roofs|";
    a_roman_numeral_begins_its_list: "|", "`(i) roofs`" => "(i) roofs|";
    a_roman_numeral_with_a_stop_does: "|", "`i. roofs`" => "i. roofs|";
    a_list_may_begin_with_another_number: "|", "`4. roofs` Enter `drains`" => "4. roofs / 5. drains|";
    a_letter_in_brackets_may_begin_in_the_middle: "|", "`(c) roofs` Enter `drains`" => "(c) roofs / (d) drains|";
    five_in_roman_numerals_is_a_numeral: "|", "`(v) roofs` Enter `drains`" => "(v) roofs / (vi) drains|";
    a_marker_before_text_that_is_there_makes_it_an_item: "|roofs", "`- `" => "• |roofs";
    a_marker_after_a_paragraph_begins_a_new_list: "It was asked:|", "Enter `- roofs`" => "It was asked: / • roofs|";
    a_list_begins_below_a_list_of_another_kind: "• roofs|", "Enter Enter `1. drains`" => "• roofs / 1. drains|";
}

// What begins none.
cases! {
    a_person_with_a_capital_begins_none: "|", "`A. Smith`" => r"A. Smith|";
    a_year_begins_none: "|", "`2016. The`" => r"\2016. The|";
    a_page_begins_none: "|", "`p. 3`" => r"\p. 3|";
    circa_begins_none: "|", "`c. 1850`" => r"\c. 1850|";
    a_version_begins_none: "|", "`v. important`" => r"\v. important|";
    a_decimal_begins_none: "|", "`1.5 per cent`" => r"\1.5 per cent|";
    a_nought_begins_none: "|", "`0. roofs`" => r"\0. roofs|";
    a_word_in_brackets_begins_none: "|", "`(see) roofs`" => "(see) roofs|";
    a_word_with_a_stop_begins_none: "|", "`mix. of`" => "mix. of|";
    an_abbreviation_begins_none: "|", "`no. 5`" => "no. 5|";
    a_marker_in_the_middle_of_a_line_begins_none: "At |", "`- roofs`" => "At - roofs|";
    a_marker_without_a_blank_begins_none: "|", "`-roofs`" => "-roofs|";
    a_marker_in_a_list_item_is_text: "• |", "`- roofs`" => "• - roofs|";
    a_marker_in_a_quotation_is_text: "> |", "`1. roofs`" => r"> 1. roofs|";
    a_marker_that_was_there_stays_text: r"\1.| roofs", "Delete ` `" => r"\1. |roofs";
    a_marker_that_was_pasted_stays_text: "|", "Paste`1. roofs⏎2. drains`" => r"\1. roofs / \2. drains|";
    a_blank_behind_a_pasted_marker_begins_none: "|", "Paste`1.` ` `" => r"\1. |";
    what_stood_there_is_no_part_of_a_marker: "1|", "`. roofs`" => r"\1. roofs|";
    with_lists_off_nothing_begins: "|", "lists `- roofs` Enter `1. drains`" => r"- roofs / \1. drains|";
}

// Going on, leaving and counting.
cases! {
    enter_goes_on_with_the_list: "1. roofs|", "Enter `drains`" => "1. roofs / 2. drains|";
    enter_in_the_middle_parts_an_item: "1. ro|ofs / 2. drains", "Enter" => "1. ro / 2. |ofs / 3. drains";
    enter_at_a_start_puts_an_empty_item_before: "1. |roofs", "Enter" => "1.  / 2. |roofs";
    letters_go_on_beyond_h: "(h) roofs|", "Enter `drains`" => "(h) roofs / (i) drains|";
    i_after_h_is_a_letter: "(h) roofs / |", "`(i) drains`" => "(h) roofs / (i) drains|";
    v_after_iv_is_a_numeral: "iv. roofs / |", "`v. drains`" => "iv. roofs / v. drains|";
    enter_in_an_empty_item_leaves_the_list: "• roofs / • |", "Enter" => "• roofs / |";
    enter_twice_behind_an_item_leaves_the_list: "1. roofs|", "Enter Enter `The`" => "1. roofs / The|";
    a_list_left_in_the_middle_counts_anew: "1. a / 2. | / 3. b", "Enter `x`" => "1. a / x| / 1. b";
    an_empty_paragraph_ends_no_list: "1. a / 2. | / 3. b", "Enter" => "1. a / | / 2. b";
    one_typed_behind_an_empty_paragraph_is_one: "1. a /  / |", "`1. b`" => "1. a /  / 1. b|";
    two_typed_behind_an_empty_paragraph_goes_on: "1. a /  / |", "`2. b`" => "1. a /  / 2. b|";
    an_item_put_in_counts_the_rest_on: "1. a| / 2. c", "Enter `b`" => "1. a / 2. b| / 3. c";
    an_item_taken_out_counts_the_rest_back: "1. a / 2. [b / 3. ]c", "Backspace" => "1. a / 2. |c";
    a_list_that_begins_with_four_goes_on_when_its_first_is_parted: "4. ro|ofs", "Enter" => "4. ro / 5. |ofs";
    backspace_at_a_start_takes_the_marker: "• |roofs", "Backspace" => "|roofs";
    backspace_at_a_start_takes_the_number: "1. a / 2. |b / 3. c", "Backspace" => "1. a / |b / 1. c";
    backspace_at_a_start_takes_the_letter: "(a) a / (b) |b", "Backspace" => "(a) a / |b";
    backspace_at_a_start_takes_the_numeral: "i) |a", "Backspace" => "|a";
    backspace_twice_at_a_start_draws_the_item_up: "1. a / 2. |b", "Backspace Backspace" => "1. a|b";
    backspace_in_an_empty_item_takes_its_marker: "• a / • |", "Backspace" => "• a / |";
    backspace_at_the_start_of_a_quotation_makes_it_text: "> |so", "Backspace" => "|so";
    backspace_at_the_very_start_does_nothing: "|roofs", "Backspace" => "|roofs";
    delete_at_an_end_draws_the_next_item_up: "1. a| / 2. b / 3. c", "Delete" => "1. a|b / 2. c";
    delete_draws_a_nested_item_up: "1. a| / › a. b / › b. c", "Delete" => "1. a|b / › a. c";
    delete_in_an_empty_item_leaves_the_next: "1. a / 2. | / 3. c", "Delete" => "1. a / 2. |c";
    a_shortcut_makes_and_unmakes_bullets: "a|", "Ctrl+Shift+8" => "• a|";
    the_same_shortcut_again_makes_them_text: "• [a / • b]", "Ctrl+Shift+8" => "[a / b]";
    a_shortcut_numbers_what_is_selected: "[a / • b / c]", "Ctrl+Shift+7" => "1. [a / 2. b / 3. c]";
    a_shortcut_letters_what_is_selected: "[a / b]", "Ctrl+Shift+9" => "a. [a / b. b]";
    a_command_makes_roman_numerals: "[a / b]", "Roman" => "(i) [a / (ii) b]";
    a_shortcut_makes_a_quotation: "so|", "Ctrl+Shift+Q" => "> so|";
    a_selection_that_ends_before_a_paragraph_leaves_it: "[a / ]b", "Ctrl+Shift+8" => "• [a / ]b";
    decimal_numbers_go_on: "1.1 a|", "Enter `b`" => "1.1 a / 1.2 b|";
    a_confidential_item_goes_on_confidential: "§ • a|", "Enter `b`" => "§ • a / § • b|";
}
