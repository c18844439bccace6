//! The program under bad conditions: with limits of the system, as another user, ended at any moment; and what is left then.

use super::archive::memcon;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use walkdir::WalkDir;

/// Every file of a folder with its bytes; nothing where there is no folder.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            (
                path.to_str().unwrap().to_owned(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

/// Names of all files and folders in a folder, but those of the site itself.
pub fn names(archive: &Path) -> Vec<String> {
    let inner = WalkDir::new(archive)
        .min_depth(1)
        .sort_by_file_name()
        .into_iter();
    inner
        .filter_entry(|entry| {
            !entry.path().starts_with(archive.join("public/")) || entry.depth() == 1
        })
        .map(|entry| {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(archive).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .collect()
}

/// The program, started by a shell that sets limits first, as in `ulimit -n 40`.
pub fn limited(limits: &str) -> Command {
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("{limits}; exec \"$0\" \"$@\""));
    command.arg(memcon().get_program());
    command
}

/// Fails where the program did not end with this code; gives what it said.
pub fn said(output: &Output, code: i32) -> String {
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Somebody who may do only what is allowed to him: whoever runs the tests, unless it is the superuser, in whose place another user has
/// the folder then.
#[cfg(unix)]
pub struct Somebody {
    program: PathBuf,
    user: Option<u32>,
}

#[cfg(unix)]
pub fn somebody(folder: &Path) -> Somebody {
    use std::os::unix::fs::{MetadataExt, chown};
    let program = PathBuf::from(memcon().get_program());
    if fs::metadata(folder).unwrap().uid() != 0 {
        return Somebody {
            program,
            user: None,
        };
    }
    let nobody = 65534;
    for entry in WalkDir::new(folder) {
        chown(entry.unwrap().path(), Some(nobody), Some(nobody)).unwrap();
    }
    // Where the program was built nobody else may look.
    let own = folder.with_extension("program");
    fs::copy(program, &own).unwrap();
    Somebody {
        program: own,
        user: Some(nobody),
    }
}

#[cfg(unix)]
impl Somebody {
    /// The program, run by them.
    pub fn command(&self) -> Command {
        self.as_them(Command::new(&self.program))
    }

    /// The same, through a shell that has been told what to do first.
    pub fn through(&self, mut shell: Command) -> Command {
        shell.arg(&self.program);
        self.as_them(shell)
    }

    fn as_them(&self, mut command: Command) -> Command {
        use std::os::unix::process::CommandExt;
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        command
    }
}

#[cfg(unix)]
impl Drop for Somebody {
    fn drop(&mut self) {
        if self.user.is_some() {
            let _ = fs::remove_file(&self.program);
        }
    }
}
