//! `memcon completions` and `memcon man`: what a shell and `man` need, made from the arguments themselves.

use super::{Arguments, Failure, Outcome, console};
use clap::{Args, CommandFactory};
use std::fs;
use std::path::PathBuf;

/// What only `completions` understands.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  memcon completions bash > ~/.local/share/bash-completion/completions/memcon
  memcon completions zsh > ~/.zfunc/_memcon")]
pub(super) struct Options {
    /// The shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// What only `man` understands.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  memcon man ~/.local/share/man/man1")]
pub(super) struct ManOptions {
    /// The folder the pages are written to; it is made if it does not exist
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(super) fn run(options: &Options) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        options.shell,
        &mut Arguments::command(),
        "memcon",
        &mut script,
    );
    console::result(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}

pub(super) fn man(options: &ManOptions) -> Result<Outcome, Failure> {
    let folder = &options.folder;
    let failure =
        |error: std::io::Error| Failure(format!("cannot write {}: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(failure)?;
    clap_mangen::generate_to(Arguments::command(), folder).map_err(failure)?;
    Ok(Outcome::Done)
}
