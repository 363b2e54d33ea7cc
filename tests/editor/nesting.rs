//! Deeper into a list by Tab, and out again.

use crate::rig::cases;

cases! {
    tab_nests_an_item: "• a / • b|", "Tab" => "• a / › – b|";
    the_first_item_is_not_nested: "• a|", "Tab" => "• a|";
    no_item_is_nested_two_deeper_than_the_one_above: "• a / • b|", "Tab Tab" => "• a / › – b|";
    each_level_has_its_kind: "1. a / 2. b / 3. c|", "Left Tab Tab" => "1. a / 2. b / › a. |c";
    levels_may_follow_each_other: "1. a / › a. b / › b. c|", "Tab" => "1. a / › a. b / › › i. c|";
    a_nested_item_goes_on_with_its_list: "1. a / › i) b / 2. c|", "Tab" => "1. a / › i) b / › ii) c|";
    brackets_stay_brackets: "(1) a / (2) b|", "Tab" => "(1) a / › (a) b|";
    decimals_nest_as_decimals: "1.1 a / 1.2 b|", "Tab" => "1.1 a / › 1.1.1 b|";
    shift_tab_brings_an_item_out: "1. a / › a. b|", "Shift+Tab" => "1. a / 2. b|";
    shift_tab_at_the_outermost_level_ends_the_list: "1. a / 2. b|", "Shift+Tab" => "1. a / b|";
    out_and_in_again_is_as_before: "1. a / › a. b|", "Shift+Tab Tab" => "1. a / › a. b|";
    what_is_selected_nests_together: "• a / • [b / • c]", "Tab" => "• a / › – [b / › – c]";
    what_is_selected_comes_out_together: "• a / › – [b / › – c]", "Shift+Tab" => "• a / • [b / • c]";
    a_nested_list_renumbers_what_follows: "1. a / 2. b| / 3. c", "Tab" => "1. a / › a. b| / 2. c";
    enter_in_an_empty_nested_item_goes_out_a_level: "1. a / › a. b / › b. |", "Enter" => "1. a / › a. b / 2. |";
    and_again_out_of_the_list: "1. a / › a. b / › b. |", "Enter Enter" => "1. a / › a. b / |";
    backspace_at_a_start_goes_out_a_level: "1. a / › a. |b", "Backspace" => "1. a / 2. |b";
    text_below_an_item_is_set_in: "1. a / b|", "Tab" => "1. a / › b|";
    text_set_in_parts_no_list: "1. a / b| / 2. c", "Tab" => "1. a / › b| / 2. c";
    enter_goes_on_with_text_that_is_set_in: "1. a / › b|", "Enter `c`" => "1. a / › b / › c|";
    enter_in_empty_text_that_is_set_in_brings_it_out: "1. a / › |", "Enter" => "1. a / |";
    backspace_brings_text_out: "1. a / › |b", "Backspace" => "1. a / |b";
    running_text_is_not_set_in: "a / b|", "Tab" => "a / b|";
    a_list_may_begin_below_an_item: "1. a / › |", "`- b`" => "1. a / › – b|";
    six_levels_are_enough:
        "• a / › – b / › › • c / › › › • d / › › › › • e / › › › › › • f / › › › › › › • g / › › › › › › • h|",
        "Tab" =>
        "• a / › – b / › › • c / › › › • d / › › › › • e / › › › › › • f / › › › › › › • g / › › › › › › • h|";
    undo_of_a_level_leads_back: "• a / • b|", "Tab Ctrl+Z" => "• a / • b|";
    undo_of_leaving_a_list_leads_back: "• a / • |", "Enter Ctrl+Z" => "• a / • |";
}
