//! Tables: rows, their headings on every page, and cells that are higher than a page.

use crate::{build::*, read::*};
use minutebook::frame::*;

fn ornaments(page: &Page) -> Vec<&str> {
    runs(page).filter(|run| run.owner == Owner::Ornament).map(|run| run.text.as_str()).collect()
}

#[test]
fn columns_stand_side_by_side_and_are_narrowed_to_fit() {
    let frame = set(&document(vec![table(1, 1, &[&["Payee", "Net"], &["Acme", "12.50"]])]));
    assert_eq!((find(&frame, "Net").x, find(&frame, "Net").y), (MARGIN + 200.0, find(&frame, "Payee").y));
    let wide = with_table(table(1, 0, &[&["a", "b", "c"]]), |table| table.columns = vec![400.0; 3]);
    let frame = set(&document(vec![wide]));
    assert!((find(&frame, "c").x - MARGIN - WIDTH * 2.0 / 3.0).abs() < 0.01);
}

#[test]
fn heading_rows_are_repeated_as_artefacts() {
    let mut rows: Vec<&[&str]> = vec![&["Payee", "Net"]];
    rows.resize(21, &["Acme", "1"]);
    let frame = set(&document(vec![p(1, "Payments:"), table(2, 1, &rows)]));
    assert_eq!(frame.pages.len(), 3);
    assert!(ornaments(&frame.pages[0]).is_empty());
    for page in &frame.pages[1..] {
        assert_eq!(ornaments(page), ["Payee", "Net"]);
        let first = runs(page).find(|run| matches!(run.owner, Owner::Element(_))).map(|run| run.y);
        let heading = runs(page).next().map(|run| run.y);
        assert_eq!(first.zip(heading).map(|(first, heading)| first - heading), Some(12.0));
    }
    assert_eq!(dump(&frame).matches("TH column").count(), 2);
    assert_eq!(text_of(&frame, ElementId(0)).matches("Acme").count(), 20);
}

#[test]
fn a_heading_row_is_not_left_behind() {
    let frame = set(&document(vec![lines(1, 9), table(2, 1, &[&["Payee"], &["Acme"]])]));
    assert_eq!(page_lines(&frame)[1], ["Payee", "Acme"]);
}

#[test]
fn a_row_moves_to_the_next_page_as_a_whole() {
    let frame = set(&document(vec![lines(1, 8), table(2, 0, &[&["a\nb\nc\nd"]])]));
    assert_eq!(page_lines(&frame)[1], ["a", "b", "c", "d"]);
}

#[test]
fn a_row_higher_than_a_page_is_broken_by_lines() {
    let long: Vec<String> = (0..26).map(|line| line.to_string()).collect();
    let rows: &[&[&str]] = &[&["Head", ""], &[&long.join("\n"), "beside"], &["last", ""]];
    let frame = set(&document(vec![lines(1, 3), table(2, 1, rows)]));
    let pages = page_lines(&frame);
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [3 + 1 + 6 + 1, 9, 9, 3]);
    assert_eq!(ornaments(&frame.pages[2]), ["Head"]);
    let said: Vec<&String> = pages.iter().flatten().collect();
    assert!(long.iter().all(|line| said.iter().filter(|said| **said == line).count() == 1), "{said:?}");
    for area in frame.pages.iter().flat_map(|page| &page.areas) {
        assert!(area.y + area.height <= MARGIN + LINES as f32 * 12.0 + 0.02);
    }
}

#[test]
fn rules_close_the_table_on_every_page() {
    let ruled = with_table(table(2, 0, &[&["a"], &["b"], &["c"]]), |table| {
        table.rule = Rule { indent: 0.0, thickness: 2.0, grey: 0.0 };
        table.padding = 3.0;
    });
    let frame = set(&document(vec![lines(1, 4), ruled]));
    for page in &frame.pages {
        let across: Vec<Fill> = fills(page).into_iter().filter(|fill| fill.width == WIDTH).collect();
        let (top, bottom) = (across.first().map(|fill| fill.y), across.last().map(|fill| fill.y + fill.height));
        for area in page.areas.iter().filter(|area| area.node == NodeId(2)) {
            assert!(top.is_some_and(|top| top + 5.0 <= area.y + 0.01), "text keeps off the rule above");
            assert!(bottom.is_some_and(|bottom| area.y + area.height + 5.0 <= bottom + 0.01), "and off the one below");
        }
        assert!(fills(page).iter().all(|fill| fill.owner == Owner::Ornament));
        assert!(bottom.is_some_and(|bottom| bottom <= MARGIN + LINES as f32 * 12.0 + 0.02));
    }
    let all: usize = frame.pages.iter().map(|page| fills(page).iter().filter(|fill| fill.width == WIDTH).count()).sum();
    assert_eq!(all, 3 + frame.pages.len());
}

#[test]
fn cells_hold_lists_and_tables_have_captions() {
    let list = vec![item(4, 0, ListMarks::Disc, "•", "first"), item(5, 0, ListMarks::Disc, "•", "second")];
    let with_list = with_table(table(2, 1, &[&["Item", "Action"], &["Lease", ""]]), |table| {
        table.row_headings = true;
        table.rows[1].cells[1] = list;
    });
    let caption = Block { role: Role::Caption, ..p(1, "Actions") };
    let frame = set(&document(vec![caption, with_list]));
    let expected = "\
Document
  Table
    Caption \"Actions\"
    TR
      TH column
        P \"Item\"
      TH column
        P \"Action\"
    TR
      TH row
        P \"Lease\"
      TD
        L Disc
          LI
            Lbl \"•\"
            LBody \"first\"
          LI
            Lbl \"•\"
            LBody \"second\"
";
    assert_eq!(dump(&frame), expected);
}

#[test]
fn a_row_has_as_many_cells_as_there_are_columns() {
    let uneven = with_table(table(1, 0, &[&["a", "b"], &["c"]]), |table| table.rows[0].cells.push(vec![p(3, "more")]));
    let frame = set(&document(vec![uneven]));
    assert_eq!(dump(&frame).matches("TD").count(), 4);
    assert_eq!(text_of(&frame, ElementId(0)), "abmorec");
}
