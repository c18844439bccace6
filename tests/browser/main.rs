//! The founding archive in Chromium: read, searched, by keyboard, without scripts, on narrow screens, from a server and from disk.
//!
//! Needs Chromium (`CHROMIUM`, else the usual names in `PATH`) and axe-core (`npm ci` in `tests/browser`). Without them each test says
//! so and passes, unless `MEMCON_BROWSER_TESTS=require`.

mod access;
mod addresses;
mod archive;
mod comfort;
#[allow(unreachable_pub, reason = "there is nothing outside a test program")]
#[path = "../support/csv.rs"]
mod csv;
mod equal;
mod hits;
mod languages;
mod large;
mod marks;
mod offers;
mod oracle;
mod page;
mod print;
#[path = "../support/queries.rs"]
mod queries;
mod reading;
mod searching;
mod server;
mod weight;
mod words;
mod world;
