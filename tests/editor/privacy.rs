//! What is not for the public does not become public by a key that joins paragraphs; what is public alone stays so.

use crate::rig::cases;

cases! {
    drawn_up_to_a_public_paragraph_it_makes_that_confidential: "a / § |b", "Backspace" => "§ a|b";
    delete_at_the_end_of_a_public_one_does_too: "a| / § b", "Delete" => "§ a|b";
    a_selection_that_leaves_some_of_it_does: "a[b / § c]d", "Backspace" => "§ a|d";
    so_does_typing_over_the_selection: "a[b / § c]d", "`x`" => "§ ax|d";
    one_that_leaves_nothing_of_it_does_not: "a[b / § c]", "Backspace" => "a|";
    one_that_leaves_nothing_of_the_public_one_does: "[b / § c]d", "Backspace" => "§ |d";
    a_confidential_paragraph_stays_so: "§ a[b / c]d", "Backspace" => "§ a|d";
    nothing_left_of_the_confidential_one_leaves_the_public: "§ [b / c]d", "Backspace" => "|d";
    enter_over_both_parts_them: "a[b / § c]d", "Enter" => "a / § |d";
    enter_the_other_way_too: "§ a[b / c]d", "Enter" => "§ a / |d";
    enter_in_a_confidential_one_leaves_two: "§ a|b", "Enter" => "§ a / § |b";
    lines_pasted_into_one_leave_its_end_confidential: "§ a|b", "Paste`x⏎y⏎z`" => "§ ax / y / § z|b";
    pasted_into_a_public_one_it_makes_that_confidential: "§ [a] / b", "Ctrl+C Ctrl+End Ctrl+V" => "§ a / § ba|";
    pasted_as_a_paragraph_it_stays_so: "§ [a / c] / b", "Ctrl+C Ctrl+End Enter Ctrl+V" => "§ a / c / b / § a / c|";
    an_empty_public_paragraph_above_makes_way: " / § |b", "Backspace" => "§ |b";
}
