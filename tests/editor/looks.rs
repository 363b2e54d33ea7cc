//! Bold, italic and superscript, over ranges and at the caret, and the language of a run.

use crate::rig::cases;

cases! {
    what_is_selected_becomes_bold: "the [old] roofs", "Ctrl+B" => "the [**old**] roofs";
    and_plain_again: "the [**old**] roofs", "Ctrl+B" => "the [old] roofs";
    what_is_selected_becomes_italic: "the ]old[ roofs", "Ctrl+I" => "the ]_old_[ roofs";
    what_is_selected_is_raised: "16[th] of", "Superscript" => "16[^th^] of";
    looks_add_up: "the [**old**] roofs", "Ctrl+I" => "the [**_old**_] roofs";
    a_part_of_bold_text_becomes_plain: "**the [old] roofs**", "Ctrl+B" => "**the **[old]** roofs**";
    where_only_a_part_is_bold_all_becomes_so: "[the **old**]", "Ctrl+B" => "[**the old**]";
    several_paragraphs_become_bold: "a[b / • c / d]e", "Ctrl+B" => "a[**b** / • **c** / **d**]e";
    and_plain_again_all_of_them: "a[**b** / • **c** / **d**]e", "Ctrl+B" => "a[b / • c / d]e";
    a_citation_becomes_bold_with_its_sentence: "[see {63/15} on]", "Ctrl+B" => "[**see {63/15} on**]";
    a_person_becomes_italic: "[{=7}]", "Ctrl+I" => "[_{=7}_]";
    a_slot_has_no_look_and_stops_none: "[a {?who} b]", "Ctrl+B" => "[**a **{?who}** b**]";
    a_slot_among_bold_text_is_no_plain_text: "[**a **{?who}** b**]", "Ctrl+B" => "[a {?who} b]";
    what_is_typed_next_is_bold: "It was |", "Ctrl+B `agreed`" => "It was **agreed**|";
    and_then_plain: "It was |", "Ctrl+B `agreed` Ctrl+B `.`" => "It was **agreed**.|";
    the_look_at_the_caret_is_lost_when_it_moves: "a|b", "Ctrl+B Right Left `x`" => "ax|b";
    bold_on_and_off_at_the_caret_changes_nothing: "a|b", "Ctrl+B Ctrl+B `x`" => "ax|b";
    typing_behind_bold_text_is_bold: "**a**| b", "`x`" => "**ax**| b";
    typing_before_bold_text_is_as_what_is_before: "a |**b**", "`x`" => "a x|**b**";
    typing_at_the_start_is_as_what_follows: "|**b**", "`x`" => "**x|b**";
    what_takes_the_place_of_bold_text_is_bold: "a [**b** c] d", "`x`" => "a **x**| d";
    what_takes_the_place_of_plain_text_is_plain: "**a**[ b] c", "`x`" => "**a**x| c";
    what_takes_the_place_of_raised_letters_is_raised: "21[^th^] of", "`s`" => "21^s^| of";
    typing_behind_what_is_raised_is_not_raised: "16^th^|", "` of`" => "16^th^ of|";
    typing_within_what_is_raised_is: "16^t|h^", "`x`" => "16^tx|h^";
    bold_goes_on_in_the_next_paragraph: "**a**|", "Enter `b`" => "**a** / **b**|";
    raised_text_does_not_go_on_in_the_next: "16^th^|", "Enter `b`" => "16^th^ / b|";
    undo_takes_bold_back_with_its_selection: "the [old] roofs", "Ctrl+B Ctrl+Z" => "the [old] roofs";
    redo_makes_it_bold_again: "the [old] roofs", "Ctrl+B Ctrl+Z Ctrl+Y" => "the [**old**] roofs";
    bold_over_part_of_a_character_takes_it_whole: "caf[e\u{301}]", "Ctrl+B" => "caf[**e\u{301}**]";
}

// A run in another language.
cases! {
    typing_in_a_welsh_run_is_welsh: "the {cy:Cyn|gor} met", "`x`" => "the {cy:Cynx|gor} met";
    a_welsh_run_becomes_bold_and_stays_welsh: "[the {cy:Cyngor} met]", "Ctrl+B" => "[**the {cy:Cyngor} met**]";
    a_welsh_run_is_parted_in_two: "{cy:Cyn|gor}", "Enter" => "{cy:Cyn} / |{cy:gor}";
    a_welsh_run_goes_on_in_the_next_paragraph: "{cy:Cyngor}|", "Enter `Dinas`" => "{cy:Cyngor} / {cy:Dinas}|";
    two_languages_are_not_drawn_into_one: "{cy:Cyngor} / |Council", "Backspace" => "{cy:Cyngor}|Council";
    a_welsh_run_is_copied_with_its_language: "[{cy:Cyngor}] / x", "Ctrl+C Ctrl+End Ctrl+V" => "{cy:Cyngor} / x{cy:Cyngor}|";
    an_ordinal_in_a_run_keeps_its_language: "{cy:ar}|", "` 16th `" => "{cy:ar 16^th^ }|";
}
