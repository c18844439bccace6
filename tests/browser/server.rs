//! A server of the tests' own: the site's files under `/repo/` on loopback, as a static host would give them.

use crate::archive::FILES;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::LazyLock;
use std::thread;

/// Where the site is served: `http://127.0.0.1:PORT/repo/`.
pub(crate) static BASE: LazyLock<String> = LazyLock::new(|| {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on loopback");
    let address = listener.local_addr().expect("a bound port has an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    format!("http://{address}/repo/")
});

/// A path that no file has, and one that is there but broken: what a half-copied site looks like.
pub(crate) const WITHOUT_INDEX: &str = "without-index/";

fn answer(stream: TcpStream) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request).ok()?;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header).ok()? == 0 || header.trim().is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1)?;
    let path = path.split(['?', '#']).next()?.strip_prefix("/repo/");
    let (path, is_broken) = match path.map(|path| (path, path.strip_prefix(WITHOUT_INDEX))) {
        Some((_, Some(rest))) => (Some(rest), true),
        Some((path, None)) => (Some(path), false),
        None => (None, false),
    };
    let path = path.map(|path| if path.is_empty() { "index.html" } else { path });
    let found = path
        .filter(|path| !(is_broken && *path == "search/index.js"))
        .and_then(|path| FILES.get(path).map(|bytes| (path, bytes)));
    let (status, kind, body): (_, _, &[u8]) = match found {
        Some((path, bytes)) => ("200 OK", media_type(path), bytes),
        None => (
            "404 Not Found",
            "text/html; charset=utf-8",
            &FILES["404.html"],
        ),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut stream = reader.into_inner();
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body).ok()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}
