//! A server of the tests' own: the site's files under `/repo/` on loopback, as a static host would give them.

use crate::archive::{FILES, SHARDED};
use std::collections::BTreeMap;
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

/// The site without its index: what a half-copied one looks like.
pub(crate) const WITHOUT_INDEX: &str = "without-index/";

/// The site with an index in shards.
pub(crate) const IN_SHARDS: &str = "in-shards/";

/// The same with one shard damaged and a block of texts missing.
pub(crate) const DAMAGED: &str = "damaged/";

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
    let found = path.and_then(file);
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

/// The file at a path, with its name in its site.
fn file(path: &str) -> Option<(&str, &'static [u8])> {
    let (site, path) = match path.split_inclusive('/').next() {
        Some(site @ (WITHOUT_INDEX | IN_SHARDS | DAMAGED)) => (site, &path[site.len()..]),
        _ => ("", path),
    };
    let path = if path.is_empty() { "index.html" } else { path };
    let files: &'static BTreeMap<String, Vec<u8>> = match site {
        IN_SHARDS | DAMAGED => &SHARDED,
        _ => &FILES,
    };
    let bytes = files.get(path)?.as_slice();
    let bytes = match (site, path) {
        (WITHOUT_INDEX, "search/index.js") | (DAMAGED, "search/texts-2.js") => return None,
        (DAMAGED, "search/words-1.js") => &bytes[..bytes.len() / 2],
        _ => bytes,
    };
    Some((path, bytes))
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
