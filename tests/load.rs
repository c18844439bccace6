//! `memcon serve` under load: 200 connections at full speed for a minute, without an error, its memory no larger at the end than before.
//!
//! `cargo test --release --test load -- --ignored --nocapture` prints the figures; `MEMCON_LOAD_SECONDS` sets another time.
#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use support::server::Server;

const N_CONNECTIONS: usize = 200;

/// Kilobytes of memory that a server uses.
fn memory_of(server: &Server) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", server.child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.unwrap().trim().trim_end_matches(" kB");
    kilobytes.parse().unwrap()
}

/// One request and its answer over a connection that stays.
fn ask(stream: &mut BufReader<TcpStream>, host: &str, path: &str) -> Vec<u8> {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes()).unwrap();
    let mut line = String::new();
    stream.read_line(&mut line).unwrap();
    assert!(line.starts_with("HTTP/1.1 200"), "{path}: {line:?}");
    let mut len = None;
    while line.trim() != "" {
        line.clear();
        stream.read_line(&mut line).unwrap();
        if let Some(found) = line.to_lowercase().strip_prefix("content-length:") {
            len = Some(found.trim().parse().unwrap());
        }
    }
    let mut body = vec![0; len.expect("a length")];
    stream.read_exact(&mut body).unwrap();
    body
}

#[test]
#[ignore = "it takes a minute, and all of the machine"]
fn a_minute_of_two_hundred_connections_is_served_without_an_error() {
    let seconds = std::env::var("MEMCON_LOAD_SECONDS").map_or(60, |n| n.parse().unwrap());
    let server = Server::start(support::root(), "0");
    let host = format!("127.0.0.1:{}", server.port);
    let connect = || {
        let stream = server.connect();
        stream.set_nodelay(true).unwrap();
        BufReader::new(stream)
    };
    let paths = [
        "/",
        "/search.html",
        "/people.html",
        "/assets/icon.svg",
        "/feed.xml",
        "/data/turns.csv",
    ];
    let expected: Vec<Vec<u8>> = paths
        .iter()
        .map(|path| ask(&mut connect(), &host, path))
        .collect();
    let n_answers = AtomicUsize::new(0);
    let run = |until: Instant| {
        std::thread::scope(|scope| {
            for n in 0..N_CONNECTIONS {
                let (host, expected, n_answers) = (&host, &expected, &n_answers);
                scope.spawn(move || {
                    let mut stream = connect();
                    let mut at = n;
                    while Instant::now() < until {
                        at = (at + 1) % paths.len();
                        let body = ask(&mut stream, host, paths[at]);
                        assert!(body == expected[at], "{} is another", paths[at]);
                        n_answers.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
    };
    // Whatever is kept for each connection is kept now.
    run(Instant::now() + Duration::from_secs(seconds) / 6);
    let (memory, n_before) = (memory_of(&server), n_answers.load(Ordering::Relaxed));
    let since = Instant::now();
    for tenth in 1..=10 {
        run(since + Duration::from_secs(seconds) * tenth / 10);
        println!("{:?}: {} kB", since.elapsed(), memory_of(&server));
    }
    let after = memory_of(&server);
    let n = n_answers.load(Ordering::Relaxed) - n_before;
    let rate = n as f64 / since.elapsed().as_secs_f64();
    println!("{n} answers, {rate:.0} a second; memory {memory} kB before, {after} kB after");
    assert!(after < memory + memory / 4, "{memory} kB, then {after} kB");
}
