//! How long each stage takes: shown as a bar on a terminal while it lasts over a second, told after it with `-v`, written with `--timings`.
//!
//! The only place with a stopwatch. What it says goes to people, never into a site.

use super::Common;
use crate::progress::{Stage, Watch};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use serde::Serialize;
use std::fmt;
use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A stage that is over sooner has no bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often a bar is drawn.
const BETWEEN: Duration = Duration::from_millis(100);

/// The stages so far.
pub(super) struct Stages {
    run: Arc<Mutex<Run>>,
    n_done: Arc<AtomicUsize>,
    /// Draws the bars; ends when nothing more can be sent.
    drawing: Option<(Sender<()>, JoinHandle<()>)>,
}

#[derive(Default)]
struct Run {
    done: Vec<Timed>,
    now: Option<Running>,
}

struct Running {
    stage: Stage,
    n_steps: usize,
    since: Instant,
    cpu: Option<Duration>,
    bar: Bar,
}

/// How long a stage took.
#[derive(Clone, Copy)]
struct Timed {
    stage: Stage,
    wall: Duration,
    cpu: Option<Duration>,
    n_steps: usize,
}

impl Stages {
    /// Nothing is shown where nobody sees it, or where only errors are asked for.
    pub(super) fn new(common: &Common) -> Stages {
        let run = Arc::new(Mutex::new(Run::default()));
        let n_done = Arc::new(AtomicUsize::new(0));
        let is_shown = io::stderr().is_terminal() && !common.quiet;
        let drawing = is_shown.then(|| draw(Arc::clone(&run), Arc::clone(&n_done)));
        Stages {
            run,
            n_done,
            drawing,
        }
    }

    /// The stage that runs is over, and no other begins.
    pub(super) fn end(&self) {
        let mut run = locked(&self.run);
        if let Some(now) = run.now.take() {
            now.bar.clear();
            run.done.push(Timed {
                stage: now.stage,
                wall: now.since.elapsed(),
                cpu: since(now.cpu),
                n_steps: now.n_steps,
            });
        }
    }

    /// A line a stage, and one for all.
    pub(super) fn text(&self) -> String {
        let done = &locked(&self.run).done;
        let line = |name: &str, wall: Duration, cpu: Option<Duration>| {
            let cpu = cpu.map_or_else(String::new, |cpu| {
                format!(", {:.2} s of CPU", cpu.as_secs_f64())
            });
            format!("  {name:<10}{:>8.2} s{cpu}\n", wall.as_secs_f64())
        };
        let mut out = "time of each stage:\n".to_owned();
        for timed in done {
            out.push_str(&line(timed.stage.name(), timed.wall, timed.cpu));
        }
        let (wall, cpu) = total(done);
        out.push_str(&line("in all", wall, cpu));
        out
    }

    /// The same for programs, after what else there is to tell in numbers.
    pub(super) fn json(&self, work: &[(&str, u64)]) -> String {
        let done = &locked(&self.run).done;
        let (wall, cpu) = total(done);
        let timings = Timings {
            memcon: env!("CARGO_PKG_VERSION"),
            threads: rayon::current_num_threads(),
            work: work.iter().copied().collect(),
            seconds: wall.as_secs_f64(),
            cpu_seconds: cpu.map(|cpu| cpu.as_secs_f64()),
            stages: done.iter().map(StageTiming::of).collect(),
        };
        let mut json = serde_json::to_string_pretty(&timings).unwrap_or_default();
        json.push('\n');
        json
    }
}

impl Watch for Stages {
    fn begin(&self, stage: Stage, n_steps: usize) {
        self.end();
        self.n_done.store(0, Ordering::Relaxed);
        locked(&self.run).now = Some(Running {
            stage,
            n_steps,
            since: Instant::now(),
            cpu: cpu(),
            bar: Bar::of(stage, n_steps),
        });
    }

    fn step(&self) {
        self.n_done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Stages {
    fn drop(&mut self) {
        self.end();
        if let Some((sender, thread)) = self.drawing.take() {
            drop(sender);
            // Whatever befell it, there is nothing more to be drawn.
            let _ = thread.join();
        }
    }
}

/// Draws the bar of whatever stage runs, from time to time, until the sender is dropped.
fn draw(run: Arc<Mutex<Run>>, n_done: Arc<AtomicUsize>) -> (Sender<()>, JoinHandle<()>) {
    let (sender, ended) = channel();
    let thread = std::thread::spawn(move || {
        while ended.recv_timeout(BETWEEN) == Err(RecvTimeoutError::Timeout) {
            if let Some(now) = &mut locked(&run).now {
                let (done, lasts) = (n_done.load(Ordering::Relaxed), now.since.elapsed());
                now.bar.show(done, lasts, ProgressDrawTarget::stderr);
            }
        }
    });
    (sender, thread)
}

/// The bar of a stage. It follows from the beginning, so that it knows how fast the work goes when it is shown.
struct Bar {
    bar: ProgressBar,
    is_shown: bool,
}

impl Bar {
    fn of(stage: Stage, n_steps: usize) -> Bar {
        let form = match n_steps {
            0 => "{msg}, {elapsed}",
            _ => "{msg} [{bar:24}] {human_pos} of {human_len}, {rate}, {eta} left",
        };
        let style = ProgressStyle::with_template(form);
        let style = style
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars("=> ")
            .with_key("rate", |state: &ProgressState, out: &mut dyn fmt::Write| {
                // What cannot be written cannot be shown either.
                let _ = write!(out, "{:.0} a second", state.per_sec());
            });
        let n_steps = (n_steps > 0).then_some(n_steps as u64);
        let bar = ProgressBar::with_draw_target(n_steps, ProgressDrawTarget::hidden())
            .with_style(style)
            .with_message(doing(stage));
        Bar {
            bar,
            is_shown: false,
        }
    }

    /// Shows how much is done, once the stage has lasted long enough.
    fn show(
        &mut self,
        n_done: usize,
        lasts: Duration,
        target: impl FnOnce() -> ProgressDrawTarget,
    ) {
        if lasts >= PATIENCE && !self.is_shown {
            self.is_shown = true;
            self.bar.set_draw_target(target());
        }
        self.bar.set_position(n_done as u64);
        self.bar.tick();
    }

    fn clear(self) {
        self.bar.finish_and_clear();
    }
}

/// What a stage does, for people.
fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "reading files",
        Stage::Parse => "finding turns",
        Stage::Connect => "connecting documents and people",
        Stage::Templates => "reading templates",
        Stage::Index => "making the index of search",
        Stage::Write => "writing the site",
        Stage::Keep => "keeping what is as it was",
        Stage::Replace => "putting the site in place",
        Stage::Clear => "removing the old site",
    }
}

/// Documented in the README.
#[derive(Serialize)]
struct Timings<'a> {
    memcon: &'static str,
    threads: usize,
    #[serde(flatten)]
    work: std::collections::BTreeMap<&'a str, u64>,
    seconds: f64,
    cpu_seconds: Option<f64>,
    stages: Vec<StageTiming>,
}

#[derive(Serialize)]
struct StageTiming {
    stage: &'static str,
    seconds: f64,
    cpu_seconds: Option<f64>,
    steps: Option<usize>,
}

impl StageTiming {
    fn of(timed: &Timed) -> StageTiming {
        StageTiming {
            stage: timed.stage.name(),
            seconds: timed.wall.as_secs_f64(),
            cpu_seconds: timed.cpu.map(|cpu| cpu.as_secs_f64()),
            steps: (timed.n_steps > 0).then_some(timed.n_steps),
        }
    }
}

fn total(done: &[Timed]) -> (Duration, Option<Duration>) {
    let wall = done.iter().map(|timed| timed.wall).sum();
    (wall, done.iter().map(|timed| timed.cpu).sum())
}

/// The processor time of all threads since the program began, where the system tells it.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn cpu() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn cpu() -> Option<Duration> {
    None
}

fn since(before: Option<Duration>) -> Option<Duration> {
    Some(cpu()?.saturating_sub(before?))
}

fn locked(run: &Mutex<Run>) -> MutexGuard<'_, Run> {
    // Times and bars are whole at any moment.
    run.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::InMemoryTerm;

    #[test]
    fn a_bar_is_shown_after_a_second_and_goes_with_its_stage() {
        let screen = InMemoryTerm::new(10, 100);
        let target = || ProgressDrawTarget::term_like(Box::new(screen.clone()));
        let mut bar = Bar::of(Stage::Write, 1234);
        bar.show(10, Duration::from_millis(999), target);
        assert_eq!(screen.contents(), "");
        bar.show(617, PATIENCE, target);
        let shown = screen.contents();
        assert!(
            shown.starts_with("writing the site [============>           ] 617 of 1,234, "),
            "{shown}"
        );
        assert!(
            shown.contains(" a second, ") && shown.ends_with(" left"),
            "{shown}"
        );
        bar.clear();
        assert_eq!(screen.contents(), "");
    }

    #[test]
    fn a_stage_without_steps_tells_how_long_it_lasts() {
        let screen = InMemoryTerm::new(10, 100);
        let target = || ProgressDrawTarget::term_like(Box::new(screen.clone()));
        let mut bar = Bar::of(Stage::Connect, 0);
        bar.show(0, PATIENCE, target);
        let shown = screen.contents();
        assert!(
            shown.starts_with("connecting documents and people, "),
            "{shown}"
        );
    }
}
