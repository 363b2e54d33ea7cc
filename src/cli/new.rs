use super::{
    args::New,
    status::{Status, report},
};
use crate::app::Desk;

pub(super) fn run(desk: &mut Desk, New { style, body, date, first, output }: &New) -> Status {
    match desk.begin(style, body, Some(*date), *first, output.as_deref()) {
        Ok(path) => {
            println!("{}", path.display());
            Status::Done
        }
        Err(fault) => report(&fault),
    }
}
