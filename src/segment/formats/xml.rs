//! TEI, Akoma Ntoso and publicwhip XML → turns.

use super::Read;
use crate::diagnostic::Diagnostics;
use crate::source::SourceFile;

/// Not read yet: the file is taken as text.
pub(super) fn read(_file: &SourceFile, _diagnostics: &mut Diagnostics) -> Option<Read> {
    None
}
