//! `memcon serve`: the site on this computer, each page rendered when it is asked for, and the archive read again when it changes.
//!
//! Nothing is written, and nobody but this computer is answered.

mod answer;
mod connections;
mod live;

use super::archive::{self, Memory, Reading};
use super::console;
use super::report::{Report, Shown};
use super::{Common, Failure, Outcome};
use crate::output::Files;
use crate::pages::Theme;
use crate::site::Site;
use crate::source::Sources;
use clap::Args;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::broadcast;

/// How many ports above the one asked for are tried.
const PORTS_TRIED: u16 = 20;

/// What only `serve` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The port to listen on; 0 for any that is free
    #[arg(long, default_value_t = 4000)]
    port: u16,
}

/// The archive as it was when it was last without errors.
struct State {
    site: Site,
    theme: Theme,
    files: Files,
}

/// What the answering threads and the one that watches the archive share.
struct Shared {
    state: RwLock<Arc<State>>,
    changes: broadcast::Sender<()>,
    port: u16,
}

impl Shared {
    fn state(&self) -> Arc<State> {
        // A thread that panicked left the state whole: it is only ever exchanged.
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&state)
    }

    fn exchange(&self, new: Arc<State>) {
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = new;
        // Nobody may be listening.
        let _ = self.changes.send(());
    }
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let mut memory = Memory::default();
    let mut state = None;
    let remark = read(common, &folder, &mut memory, |new| state = Some(new))?;
    let (Some(state), Some(remark)) = (state, remark) else {
        return Ok(Outcome::ContentErrors);
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        // Those that make pages. More only take turns, and each keeps memory of its own.
        .max_blocking_threads(4)
        .enable_all()
        .build()
        .map_err(|error| Failure(format!("cannot start the server: {error}")))?;
    let outcome = runtime.block_on(async {
        let listener = listen(options.port).await?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            state: RwLock::new(state),
            changes: broadcast::channel(16).0,
            port,
        });
        live::watch(common.clone(), &folder, memory, Arc::clone(&shared))?;
        let serving = async {
            if !common.quiet {
                console::remark(&remark);
            }
            console::result(&format!("http://127.0.0.1:{port}/\n"))?;
            connections::serve(listener, answer::router(shared)).await;
            Ok(())
        };
        tokio::select! {
            // In this order, so that an interrupt is listened for before the address is told.
            biased;
            interrupted = tokio::signal::ctrl_c() => interrupted.map_err(Failure::from),
            ended = serving => ended,
        }
    });
    // Readers that still wait for changes are not waited for.
    runtime.shutdown_timeout(Duration::from_millis(100));
    outcome.map(|()| Outcome::Done)
}

/// Reads the archive, hands over what is to be served, and prints what is wrong with it; a line about it, if there are no errors. The page
/// comes first: that nothing is an error is known before the archive is looked over, unless every warning is one.
fn read(
    common: &Common,
    folder: &Path,
    memory: &mut Memory,
    show: impl FnOnce(Arc<State>),
) -> Result<Option<String>, Failure> {
    let Reading {
        sources,
        site,
        shown,
        met,
    } = Reading::of(common, folder, memory)?;
    let Some((theme, files)) = shown.filter(|_| !met.has_errors()) else {
        let report = met.looked_over(&site, &sources, common);
        tell(common, &report, &sources, &site);
        console::remark(&format!(
            "{}; {}\n",
            archive::summary(&site),
            report.counts()
        ));
        return Ok(None);
    };
    let state = Arc::new(State { site, theme, files });
    let mut show = Some(show);
    if !common.strict
        && let Some(show) = show.take()
    {
        show(Arc::clone(&state));
    }
    let site = &state.site;
    let report = met.looked_over(site, &sources, common);
    tell(common, &report, &sources, site);
    let summary = format!("{}; {}", archive::summary(site), report.counts());
    if report.has_errors() {
        console::remark(&format!("{summary}\n"));
        return Ok(None);
    }
    let hint = if report.all().is_empty() {
        ""
    } else {
        " (`memcon check` shows them)"
    };
    if let Some(show) = show {
        show(state);
    }
    Ok(Some(format!("{summary}{hint}\n")))
}

/// Prints the errors, or everything where that is asked for.
fn tell(common: &Common, report: &Report, sources: &Sources, site: &Site) {
    let shown = if common.verbose {
        Shown::Every
    } else {
        Shown::OnlyErrors
    };
    console::remark(&report.text(&archive::texts(sources, site), shown));
}

/// Listens on the port asked for, or on the next that is free.
async fn listen(port: u16) -> Result<TcpListener, Failure> {
    for offset in 0..=PORTS_TRIED {
        let Some(tried) = port.checked_add(offset) else {
            break;
        };
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, tried))).await {
            Ok(listener) => {
                if offset > 0 {
                    console::remark(&format!("port {port} is taken; using {tried}\n"));
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(Failure(format!("cannot listen on port {tried}: {error}"))),
        }
    }
    Err(Failure(format!(
        "port {port} and the {PORTS_TRIED} after it are taken; name another with --port"
    )))
}
