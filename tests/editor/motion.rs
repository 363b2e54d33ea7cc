//! Where the caret goes and what is selected, for the keys that need no lines. Those that do are tried in the window.

use crate::rig::cases;

cases! {
    left_and_right_by_a_letter: "a|bc", "Right Right Left `x`" => "abx|c";
    right_at_an_end_goes_to_the_next_paragraph: "a| / b", "Right" => "a / |b";
    left_at_a_start_goes_to_the_one_above: "a / |b", "Left" => "a| / b";
    left_at_the_very_start_stays: "|a", "Left" => "|a";
    right_at_the_very_end_stays: "a|", "Right" => "a|";
    by_words_to_the_right_ends_behind_a_word: "|the old roofs", "Ctrl+Right Ctrl+Right" => "the old| roofs";
    by_words_to_the_left_ends_before_a_word: "the old roofs|", "Ctrl+Left Ctrl+Left" => "the |old roofs";
    by_words_over_a_stop: "the roofs.|", "Ctrl+Left" => "the |roofs.";
    by_words_out_of_a_paragraph: "a / |b", "Ctrl+Left" => "a| / b";
    by_words_into_the_next_paragraph: "a| / b", "Ctrl+Right" => "a / |b";
    a_mark_is_a_word: "see {63/15}|", "Ctrl+Left" => "see |{63/15}";
    to_the_start_of_all: "a / b|", "Ctrl+Home" => "|a / b";
    to_the_end_of_all: "|a / b", "Ctrl+End" => "a / b|";
    shift_selects_letter_by_letter: "a|bc", "Shift+Right Shift+Right" => "a[bc]";
    and_backwards: "abc|", "Shift+Left Shift+Left" => "a]bc[";
    shift_selects_over_paragraphs: "a| / b", "Shift+Right Shift+Right" => "a[ / b]";
    shift_selects_words: "|the old", "Ctrl+Shift+Right" => "[the] old";
    shift_selects_to_the_end: "a|b / c", "Ctrl+Shift+End" => "a[b / c]";
    all_is_selected: "a / • b|", "Ctrl+A" => "[a / • b]";
    a_double_click_takes_a_word: "the o|ld roofs", "Word" => "the [old] roofs";
    at_its_end_it_takes_the_word: "the old| roofs", "Word" => "the [old] roofs";
    on_a_mark_it_takes_the_mark: "see |{63/15} on", "Word" => "see [{63/15}] on";
    in_an_empty_paragraph_it_takes_nothing: "|", "Word" => "|";
    a_triple_click_takes_a_paragraph: "a / • b c|d / e", "Paragraph" => "a / • [b cd] / e";
    moving_ends_the_look_of_what_is_typed: "|ab", "Ctrl+B Right `x`" => "ax|b";
}
