use super::{
    args::Export,
    status::{Status, report},
};
use crate::app::Desk;

pub(super) fn run(desk: &Desk, Export { draft, output, reader }: &Export) -> Status {
    match desk.export(draft, output.as_deref(), (*reader).into()) {
        Ok(exported) => {
            let pages = if exported.pages == 1 { "page" } else { "pages" };
            println!("{}: {} {pages}", exported.path.display(), exported.pages);
            Status::Done
        }
        Err(fault) => report(&fault),
    }
}
