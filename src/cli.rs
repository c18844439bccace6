//! Arguments → the stages, in order. Only this module prints, serves and exits.
//!
//! Exit codes: 0 done, 1 the content has errors, 2 memcon could not run.

mod archive;
mod build;
mod check;
mod completions;
mod console;
mod convert;
mod diff;
mod earlier;
mod explain;
mod export;
mod init;
mod parse;
mod people;
mod publish;
mod report;
mod search;
mod serve;
mod stages;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns a folder of transcripts into a documentary archive on the web.
#[derive(Parser, Debug)]
#[command(name = "memcon", version, about, disable_help_subcommand = true)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What every command understands.
#[derive(Args, Clone, Debug)]
struct Common {
    /// The archive's folder [default: the current one, or the nearest above that is an archive]
    #[arg(long, global = true, value_name = "DIR")]
    site: Option<PathBuf>,
    /// The address the site will have, in place of the one in site.toml
    #[arg(long, global = true, value_name = "URL")]
    base_url: Option<String>,
    #[command(flatten)]
    links: LinkOptions,
    /// Treat warnings as errors
    #[arg(long, global = true)]
    strict: bool,
    /// Print nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Print every report, also those that only repeat another, the account of each document, and how long each stage took
    #[arg(short, long, global = true)]
    verbose: bool,
}

/// What of the links in an archive is read.
#[derive(Args, Clone, Debug)]
struct LinkOptions {
    /// Read what symbolic links in the archive lead to outside of it
    #[arg(long, global = true)]
    follow_links: bool,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Make a new archive, from a folder of transcripts or as an example
    Init(init::Options),
    /// Write the site
    Build(build::Options),
    /// Show the site on this computer, and again whenever the archive changes
    Serve(serve::Options),
    /// Report what an editor should look at
    Check(check::Options),
    /// Show how one transcript is read
    Parse(parse::Options),
    /// Find turns, as the site's search page does
    Search(search::Options),
    /// Write one file of data as the site has it: a document as TEI, the turns of the archive as CSV
    Export(export::Options),
    /// Draft the entries of content/people.toml from the labels
    People(people::Options),
    /// Put what you wrote about documents and people into tables, or into text files
    Convert(convert::Options),
    /// Tell what would go wrong on GitHub Pages
    Publish(publish::Options),
    /// Print what a shell needs to complete commands
    Completions(completions::Options),
    /// Write the pages for `man`
    Man(completions::ManOptions),
    /// Tell what a report means, why it matters and how to settle it
    Explain(explain::Options),
}

/// The two forms a report can have.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// How a command ended, where it could run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Outcome {
    /// Done.
    Done,
    /// The content has errors.
    ContentErrors,
}

/// Why memcon could not run: a sentence without a full stop.
#[derive(Debug)]
struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure(error.to_string())
    }
}

/// Every command with its options, as the guide tells them.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the program; gives the exit code.
pub fn main() -> ExitCode {
    let Arguments { common, command } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // A reader that closed the pipe has seen enough of the help.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match command {
        Command::Init(options) => init::run(&common, &options),
        Command::Build(options) => build::run(&common, &options),
        Command::Serve(options) => serve::run(&common, &options),
        Command::Check(options) => check::run(&common, &options),
        Command::Parse(options) => parse::run(&common, &options),
        Command::Search(options) => search::run(&common, &options),
        Command::Export(options) => export::run(&common, &options),
        Command::People(options) => people::run(&common, &options),
        Command::Convert(options) => convert::run(&common, &options),
        Command::Publish(options) => publish::run(&common, &options),
        Command::Completions(options) => completions::run(&options),
        Command::Man(options) => completions::man(&options),
        Command::Explain(options) => explain::run(&options),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::ContentErrors) => ExitCode::from(1),
        Err(Failure(message)) => {
            console::failure(&message);
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }
}
