use crate::app::Fault;
use std::process::ExitCode;

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// What was asked for is done.
    Done,
    /// A draft or another file is at fault.
    AtFault,
    /// What was asked for cannot be meant.
    Usage,
    /// No window could be opened.
    NoWindow,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(match status {
            Status::Done => 0,
            Status::AtFault => 1,
            Status::Usage => 2,
            Status::NoWindow => 3,
        })
    }
}

/// Says what is wrong, and gives the status for it.
pub(super) fn report(fault: &Fault) -> Status {
    eprintln!("minutebook: {fault}");
    match fault {
        Fault::File(_) | Fault::Refused(_, _) | Fault::NoStyle { .. } | Fault::Exists(_) => Status::AtFault,
        Fault::Usage(_) => Status::Usage,
    }
}
