//! `memcon serve`, asked as a browser would.

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use support::server::Server;

/// The head of an answer, in small letters, and its body.
fn parts(answer: &[u8]) -> (String, Vec<u8>) {
    let mut places = answer.windows(4);
    let end = places.position(|window| window == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    (head.to_lowercase(), answer[end + 4..].to_vec())
}

fn send(server: &Server, request: &str) -> (String, Vec<u8>) {
    parts(&server.send(request.as_bytes()))
}

fn get(server: &Server, path: &str) -> (String, Vec<u8>) {
    parts(&server.send(&server.request(&format!("GET {path}"))))
}

/// A small archive that a test may change.
fn archive() -> tempfile::TempDir {
    let text = "Ms. GREEN: Good morning.\n\nMr. BROWN: Good morning.\n\nMs. GREEN: Let us begin.\n";
    support::archive::archive(&[
        ("site.toml", "title = \"Before\"\n"),
        ("content/documents/1990-01-01-talk.txt", text),
    ])
}

/// The page without what `serve` adds to it.
fn as_built(page: &[u8]) -> Vec<u8> {
    String::from_utf8(page.to_vec())
        .unwrap()
        .replacen("<script src=\"/_memcon/reload.js\" defer></script>", "", 1)
        .into_bytes()
}

#[test]
fn every_file_is_served_as_it_is_built() {
    let specimen = &support::specimens()[0];
    let server = Server::start(support::root(), "0");
    for (path, built) in &specimen.files {
        let (head, body) = get(&server, &format!("/{path}"));
        assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
        if Path::new(path).extension().is_some_and(|e| e == "html") {
            assert!(body.len() > built.len(), "{path} is not live");
            assert!(as_built(&body) == *built, "{path}");
            assert!(head.contains("content-type: text/html; charset=utf-8"));
        } else {
            assert!(body == *built, "{path}");
        }
    }
    let (_, home) = get(&server, "/");
    assert!(as_built(&home) == specimen.files["index.html"]);
}

#[test]
fn kinds_of_files_are_named() {
    let folder = archive();
    let server = Server::start(folder.path(), "0");
    for (path, kind) in [
        ("/feed.xml", "application/atom+xml"),
        ("/data/turns.jsonl", "application/jsonl"),
        ("/documents/1990-01-01-talk.json", "application/json"),
        (
            "/documents/1990-01-01-talk.txt",
            "text/plain; charset=utf-8",
        ),
        ("/search/meta.js", "text/javascript; charset=utf-8"),
    ] {
        let (head, _) = get(&server, path);
        assert!(head.contains(&format!("content-type: {kind}")), "{head}");
        assert!(head.contains("x-content-type-options: nosniff"), "{head}");
    }
}

#[test]
fn what_is_not_there_is_not_found_and_nothing_outside_is_reached() {
    let folder = archive();
    let server = Server::start(folder.path(), "0");
    for path in [
        "/nothing.html",
        "/../site.toml",
        "/..%2fsite.toml",
        "/%2e%2e/site.toml",
        "/documents/../../site.toml",
        "//etc/passwd",
        "/documents",
        "/.memcon-site",
        "/%ff",
    ] {
        let (head, body) = get(&server, path);
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(!String::from_utf8_lossy(&body).contains("title = \"Before\""));
    }
    let port = server.port;
    let (head, _) = send(
        &server,
        &format!(
            "POST / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        ),
    );
    assert!(head.starts_with("http/1.1 405"), "{head}");
}

#[test]
fn other_names_for_this_computer_are_refused() {
    let folder = archive();
    let server = Server::start(folder.path(), "0");
    let port = server.port;
    for host in [format!("evil.example:{port}"), "localhost".to_owned()] {
        for path in ["/", "/_memcon/events"] {
            let (head, body) = send(
                &server,
                &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            );
            assert!(head.starts_with("http/1.1 421"), "{host}: {head}");
            assert!(!String::from_utf8_lossy(&body).contains("Before"));
        }
    }
}

#[test]
fn a_port_that_is_taken_gives_way_to_the_next() {
    let folder = archive();
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = Server::start(folder.path(), &port.to_string());
    assert!(server.port > port && server.port <= port + 20);
}

#[test]
fn a_change_is_shown_and_told_and_a_mistake_is_not() {
    let folder = archive();
    let server = Server::start(folder.path(), "0");
    let title = || String::from_utf8(get(&server, "/").1).unwrap();
    let wait_for = |words: &str| {
        let start = Instant::now();
        while !title().contains(words) {
            assert!(start.elapsed() < Duration::from_secs(20), "no {words}");
            std::thread::sleep(Duration::from_millis(30));
        }
    };
    assert!(title().contains("Before"));

    let mut events = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let port = server.port;
    let request = format!("GET /_memcon/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    events.write_all(request.as_bytes()).unwrap();
    let mut events = BufReader::new(events);
    let mut line = String::new();
    while line.trim() != "" || line.is_empty() {
        line.clear();
        events.read_line(&mut line).unwrap();
    }

    let config = folder.path().join("site.toml");
    fs::write(&config, "title = \"Halfway\ntitel = 1\n").unwrap();
    std::thread::sleep(Duration::from_millis(400));
    assert!(title().contains("Before"), "the last good state is shown");

    fs::write(&config, "title = \"After\"\n").unwrap();
    wait_for("After");
    let mut told = String::new();
    while !told.contains("data: changed") {
        events.read_line(&mut told).unwrap();
    }

    // Folders that were not there at the beginning count too, and what changes in them later.
    let pages = folder.path().join("templates");
    fs::create_dir(&pages).unwrap();
    fs::write(pages.join("home.html"), "<title>Of our own</title>").unwrap();
    wait_for("Of our own");
    fs::write(pages.join("home.html"), "<title>Anew</title>").unwrap();
    wait_for("Anew");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_cleanly() {
    let folder = archive();
    let mut server = Server::start(folder.path(), "0");
    let pid = server.child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &pid]).status().unwrap();
    assert!(sent.success());
    let status = server.child.wait().unwrap();
    assert_eq!(status.code(), Some(0));
}
