//! Small archives in folders of their own, what is reported about them, and the program itself.

use super::{Specimen, load, specimen};
use memcon::diagnostic::{Code, Diagnostics};
use memcon::source::Sources;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// An archive with these files, by their paths.
pub fn archive<P: AsRef<str>, T: AsRef<[u8]>>(files: &[(P, T)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(folder.path(), path.as_ref(), text);
    }
    folder
}

/// Writes one file of an archive.
pub fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Compiles and renders the archive in a folder.
pub fn built(folder: &Path) -> Specimen {
    specimen(folder, load(folder))
}

/// What is reported about one file of an archive: code, line, column, help.
pub fn reports(sources: &Sources, file: &str) -> Vec<(Code, usize, usize, String)> {
    let mut diagnostics = Diagnostics::new();
    memcon::compile(sources, &mut diagnostics);
    diagnostics
        .sorted()
        .into_iter()
        .filter(|found| found.place.file == file)
        .map(|found| {
            let place = &found.place;
            (found.code, place.line, place.column, found.help.clone())
        })
        .collect()
}

/// The program, to be given its arguments.
pub fn memcon() -> Command {
    Command::new(env!("CARGO_BIN_EXE_memcon"))
}

/// Runs the program.
pub fn run<A: AsRef<OsStr>>(arguments: &[A]) -> Output {
    memcon().args(arguments).output().unwrap()
}

/// Runs the program for the archive in a folder.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = memcon();
    command.arg("--site").arg(folder).args(arguments);
    command.output().unwrap()
}
