//! Citations, people, slots and notes in the text: the caret steps over each as over one letter, and it goes whole.

use crate::rig::cases;

cases! {
    the_caret_steps_over_a_citation: "see |{63/15}.", "Right `x`" => "see {63/15}x|.";
    and_back_over_a_person: "{=7}| said", "Left `x`" => "x|{=7} said";
    backspace_takes_a_citation_whole: "see {63/15}|.", "Backspace" => "see |.";
    delete_takes_a_person_whole: "|{=7} said", "Delete" => "| said";
    a_word_delete_takes_a_slot_whole: "by {?who}|", "Ctrl+Backspace" => "by |";
    a_word_delete_takes_what_is_behind: "by |{?who} now", "Ctrl+Delete" => "by | now";
    a_note_goes_whole: "so {!figures}|", "Backspace" => "so |";
    a_moment_goes_whole: "so {@7}|", "Backspace" => "so |";
    undo_brings_a_mark_back: "see {63/15}|.", "Backspace Ctrl+Z" => "see {63/15}|.";
    a_mark_moves_to_the_next_paragraph: "see |{63/15} on", "Enter" => "see  / |{63/15} on";
    a_paragraph_is_parted_behind_a_mark: "see {63/15}|{=7}", "Enter" => "see {63/15} / |{=7}";
    a_mark_joins_the_paragraph_above: "see / |{63/15}", "Backspace" => "see|{63/15}";
    typing_replaces_a_slot_that_is_selected: "by [{?who}] now", "`her`" => "by her| now";
    a_selection_over_marks_goes: "[{63/15} and {=7}]", "Backspace" => "|";
    typing_behind_a_bold_citation_is_bold: "**{63/15}**|", "`x`" => "**{63/15}x**|";
    typing_behind_a_slot_is_plain: "{?who}|", "`x`" => "{?who}x|";
    a_list_item_may_begin_with_a_mark: "|{=7}", "`- `" => "• |{=7}";
    a_mark_before_a_hyphen_begins_no_list: "{=7}|", "`- `" => "{=7}- |";
    the_same_mark_twice_stays_twice: "{=7}|{=7}", "` `" => "{=7} |{=7}";
    an_ordinal_behind_a_mark_is_raised: "{=7} |", "`16th `" => "{=7} 16^th^ |";
}
