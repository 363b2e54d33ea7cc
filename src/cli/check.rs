use super::{
    args::Check,
    status::{Status, report},
};
use crate::app::{Checked, Desk};

pub(super) fn run(desk: &Desk, Check { draft }: &Check) -> Status {
    let checked = match desk.check(draft) {
        Ok(checked) => checked,
        Err(fault) => return report(&fault),
    };
    let Checked { title, state, items, numbers, public_pages, member_pages, problems } = checked;
    println!("{}: {title} ({state})", draft.display());
    match numbers {
        Some((first, last)) => println!("  {}, minutes {first} to {last}", count(items, "item", "items")),
        None => println!("  {}", count(items, "item", "items")),
    }
    println!("  {} for the public, {member_pages} for members", count(public_pages, "page", "pages"));
    for problem in &problems {
        eprintln!("minutebook: {}: {problem} Write it in another way.", draft.display());
    }
    if problems.is_empty() {
        println!("  ready to be exported");
        Status::Done
    } else {
        Status::AtFault
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
