use super::Status;
use crate::app::{Audience, parse_date};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  minutebook
      Opens the window.
  minutebook board.minutes.ron
      Opens the window with a draft.
  minutebook styles
      Lists the house styles and the bodies for which minutes can be begun.
  minutebook new --style coventry --body \"Cabinet\" --date \"15 September 2016\" -o cabinet.minutes.ron
      Begins the minutes of a meeting.
  minutebook check cabinet.minutes.ron
      Says what a draft holds and what is in the way of an export.
  minutebook export cabinet.minutes.ron
      Makes cabinet.pdf for the public. Private business is not in it.
  minutebook export cabinet.minutes.ron --for members -o cabinet-private.pdf
      Makes the PDF for those who may see the private business.

Exit status:
  0  what was asked for is done
  1  a draft or another file is at fault; the message says where and what to do
  2  the command line was not understood
  3  no window could be opened";

/// Drafts the minutes of council meetings and exports them as accessible, archival PDFs.
///
/// Without a verb the window opens.
#[derive(Debug, Parser)]
#[command(name = "minutebook", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
struct CommandLine {
    /// The draft to open in the window.
    draft: Option<PathBuf>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Makes the PDF of a draft.
    Export(Export),
    /// Says what a draft holds and what is in the way of an export.
    Check(Check),
    /// Begins the minutes of a meeting from a body's template.
    New(New),
    /// Lists the house styles and their bodies, and what is wrong with those of your own.
    Styles,
}

/// Makes the PDF of a draft. A file that is there already is replaced, the draft never.
#[derive(Debug, Args)]
pub struct Export {
    /// The draft: a file that ends in .minutes.ron.
    pub draft: PathBuf,
    /// Where to write the PDF; beside the draft if it is not said.
    #[arg(short, long, value_name = "OUT.pdf")]
    pub output: Option<PathBuf>,
    /// Who is to read it. Private business is left out for the public.
    #[arg(long = "for", value_enum, default_value_t = Reader::Public)]
    pub reader: Reader,
}

/// Says what a draft holds and what is in the way of an export.
#[derive(Debug, Args)]
pub struct Check {
    /// The draft: a file that ends in .minutes.ron.
    pub draft: PathBuf,
}

/// Begins the minutes of a meeting from a body's template. A file that is there already stays.
#[derive(Debug, Args)]
pub struct New {
    /// The house style, as `minutebook styles` lists it.
    #[arg(long)]
    pub style: String,
    /// The body's full name, as `minutebook styles` lists it.
    #[arg(long)]
    pub body: String,
    /// The day of the meeting: 2016-09-15, 15/9/2016 or "15 September 2016".
    #[arg(long, value_name = "DAY", value_parser = parse_date)]
    pub date: Date,
    /// The number of the first minute, where the body's sequence is under way.
    #[arg(long, value_name = "NUMBER")]
    pub first: Option<u32>,
    /// Where to write the draft; here, named after body and day, if it is not said.
    #[arg(short, long, value_name = "DRAFT")]
    pub output: Option<PathBuf>,
}

/// Who is to read an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Reader {
    /// Everybody: what may be published.
    Public,
    /// Those who may see the private business.
    Members,
}

impl From<Reader> for Audience {
    fn from(reader: Reader) -> Audience {
        match reader {
            Reader::Public => Audience::Public,
            Reader::Members => Audience::Members,
        }
    }
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Asked {
    /// Nothing more: help was shown, or the command line was not understood.
    Done(Status),
    /// A verb.
    Verb(Verb),
    /// The window.
    Window {
        /// The draft that is to be open in it.
        draft: Option<PathBuf>,
    },
}

/// Reads the command line. What is wrong with it is said here.
pub fn parse() -> Asked {
    match CommandLine::try_parse() {
        Ok(CommandLine { verb: Some(verb), .. }) => Asked::Verb(verb),
        Ok(CommandLine { draft, verb: None }) => Asked::Window { draft },
        Err(error) => {
            // Where not even this can be written, there is nobody to tell.
            let _ = error.print();
            Asked::Done(if error.use_stderr() { Status::Usage } else { Status::Done })
        }
    }
}

/// Shows the help on stderr.
pub(super) fn show_help() {
    use clap::CommandFactory;
    eprintln!("{}", CommandLine::command().render_help());
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        CommandLine::command().debug_assert();
    }
}
