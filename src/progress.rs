//! How far the work has come, told to whoever asked for it. There is no clock here, and nothing is printed.

/// What takes time, in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Files are read from the disk and turned into text; a step is a transcript.
    Read,
    /// Turns and labels are found; a step is a transcript.
    Parse,
    /// People, addresses, links and counts of the whole archive.
    Connect,
    /// Templates are read.
    Templates,
    /// The index of search is made.
    Index,
    /// Files are rendered, compared with those that are there, and written; a step is a file.
    Write,
    /// Files that are as they were are taken over into the new site.
    Keep,
    /// The new site takes the old one's place.
    Replace,
    /// The old site is removed.
    Clear,
}

impl Stage {
    /// Its name, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Read => "read",
            Stage::Parse => "parse",
            Stage::Connect => "connect",
            Stage::Templates => "templates",
            Stage::Index => "index",
            Stage::Write => "write",
            Stage::Keep => "keep",
            Stage::Replace => "replace",
            Stage::Clear => "clear",
        }
    }
}

/// Who wants to know.
pub trait Watch: Sync {
    /// A stage begins, and the one before is over. It has so many steps; none where that is not known.
    fn begin(&self, stage: Stage, n_steps: usize);
    /// A step of this stage is done; steps may be done at the same time.
    fn step(&self);
}

/// Nobody wants to know.
pub struct Nobody;

impl Watch for Nobody {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}
