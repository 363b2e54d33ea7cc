use super::Status;
use crate::app::Desk;

pub(super) fn run(desk: &Desk) -> Status {
    for style in desk.styles() {
        println!("{}: {}", style.name, style.council);
        for body in style.bodies {
            println!("  {body}");
        }
    }
    if let Some(folder) = desk.templates() {
        println!("Styles of your own: {}", folder.display());
    }
    let problems = desk.problems();
    for problem in &problems {
        eprintln!("minutebook: {problem}");
    }
    if problems.is_empty() { Status::Done } else { Status::AtFault }
}
