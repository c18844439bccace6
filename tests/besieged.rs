//! `memcon serve` asked by those who mean it no good: malformed, endless, slow, from a thousand places at once. Others are answered all
//! the while.

mod support;

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::ops::Deref;
use support::archive::archive;
use support::server::Server;
use tempfile::TempDir;

/// Letters of a file that is longer than what systems keep for somebody who does not read.
const LONG: usize = 32_000_000;

/// A running server, and the archive it serves.
struct Besieged {
    server: Server,
    _archive: TempDir,
}

impl Besieged {
    fn start() -> Besieged {
        let text =
            "Ms. GREEN: Good morning.\n\nMr. BROWN: Good morning.\n\nMs. GREEN: Let us begin.\n";
        let folder = archive(&[
            ("site.toml", "title = \"Besieged\"\n"),
            ("content/documents/1990-01-01-talk.txt", text),
            ("static/long.txt", &"w".repeat(LONG)),
        ]);
        Besieged {
            server: Server::start(folder.path(), "0"),
            _archive: folder,
        }
    }

    /// Somebody who asks as browsers do is answered.
    fn assert_answers(&mut self) {
        let answer = self.send(&self.request("GET /index.html"));
        let answer = String::from_utf8(answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.contains("Besieged"));
        assert_eq!(self.server.child.try_wait().unwrap(), None);
    }
}

impl Deref for Besieged {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

/// The status of an answer; 0 where the connection was ended without one.
fn status(answer: &[u8]) -> u16 {
    let head = String::from_utf8_lossy(&answer[..answer.len().min(200)]).into_owned();
    let Some(rest) = head.strip_prefix("HTTP/1.1 ") else {
        return 0;
    };
    rest[..3].parse().unwrap()
}

#[test]
fn no_path_leads_out_of_the_site() {
    let mut server = Besieged::start();
    for path in [
        "/../site.toml",
        "/%2e%2e/site.toml",
        "/%2E%2E%2Fsite.toml",
        "/%252e%252e/site.toml",
        "/..%5csite.toml",
        "/..\\site.toml",
        "/documents/..%2f..%2fsite.toml",
        "/documents/%00/../../site.toml",
        "/index.html%00.txt",
        "/./index.html/../../site.toml",
        "//etc/passwd",
        "///etc/passwd",
        "/%2fetc%2fpasswd",
        "/C:/windows/win.ini",
        "/file:///etc/passwd",
        "/~/.ssh/id_rsa",
        "/.git/config",
        "/content/documents/1990-01-01-talk.txt",
        "/\u{202e}",
        "/%c0%ae%c0%ae/site.toml",
        "/%",
        "/%zz",
    ] {
        let answer = server.send(&server.request(&format!("GET {path}")));
        assert!(matches!(status(&answer), 400 | 404), "{path}: {answer:?}");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert!(!answer.contains("title = "), "{path}: {answer}");
        assert!(!answer.contains("root:"), "{path}: {answer}");
    }
    // The whole address may stand in the line; the host that is named beside it counts.
    let port = server.port;
    let asked = |address: &str, host: &str| {
        let request =
            format!("GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        status(&server.send(request.as_bytes()))
    };
    let own = format!("localhost:{port}");
    assert_eq!(asked(&format!("http://{own}/index.html"), &own), 200);
    assert_eq!(asked(&format!("http://{own}/../site.toml"), &own), 404);
    assert_eq!(asked("http://evil.example/index.html", "evil.example"), 421);
    let other = "http://evil.example/index.html";
    assert_eq!(asked(other, &own), 421);
    server.assert_answers();
}

#[test]
fn other_hosts_are_refused_however_they_are_named() {
    let mut server = Besieged::start();
    let port = server.port;
    for hosts in [
        String::new(),
        "Host:\r\n".to_owned(),
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: localhost.evil.example:{port}\r\n"),
        format!("Host: evil.example#localhost:{port}\r\n"),
        format!("Host: user@localhost:{port}\r\n"),
        format!("Host: localhost:{port}.evil.example\r\n"),
        format!("Host: localhost:{port}\r\nHost: evil.example\r\n"),
        format!("Host: evil.example\r\nHost: localhost:{port}\r\n"),
        format!("Host: 127.0.0.1.nip.io:{port}\r\n"),
        format!("Host: 2130706433:{port}\r\n"),
        format!("Host: localhost:{port}\u{0}\r\n"),
        format!("X-Forwarded-Host: localhost:{port}\r\n"),
    ] {
        for path in ["/index.html", "/_memcon/events", "/_memcon/reload.js"] {
            let request = format!("GET {path} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n");
            let answer = server.send(request.as_bytes());
            assert!(
                matches!(status(&answer), 400 | 421),
                "{hosts:?}: {answer:?}"
            );
            assert!(!String::from_utf8_lossy(&answer).contains("Besieged"));
        }
    }
    for host in ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"] {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n");
        assert_eq!(status(&server.send(request.as_bytes())), 200, "{host}");
    }
    server.assert_answers();
}

#[test]
fn what_is_no_request_or_too_much_of_one_is_refused() {
    let mut server = Besieged::start();
    let port = server.port;
    let host = format!("Host: localhost:{port}\r\n");
    let long = "x".repeat(1_000_000);
    let many = "X: y\r\n".repeat(10_000);
    let odd: Vec<Vec<u8>> = vec![
        b"\r\n\r\n".to_vec(),
        b"\0\0\0\0\r\n\r\n".to_vec(),
        b"GET\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n".to_vec(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        format!("GET /{long} HTTP/1.1\r\n{host}\r\n").into_bytes(),
        format!("{long} / HTTP/1.1\r\n{host}\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}X: {long}\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}{many}\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{host} folded: x\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: -1\r\n\r\n").into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n")
            .into_bytes(),
        format!("GET / HTTP/1.1\r\n{host}Transfer-Encoding: chunked, x\r\n\r\n").into_bytes(),
        format!("CONNECT evil.example:80 HTTP/1.1\r\n{host}Connection: close\r\n\r\n").into_bytes(),
        format!("TRACE / HTTP/1.1\r\n{host}Connection: close\r\n\r\n").into_bytes(),
        format!("DELETE /index.html HTTP/1.1\r\n{host}Connection: close\r\n\r\n").into_bytes(),
        format!(
            "POST / HTTP/1.1\r\n{host}Content-Length: 99999999999\r\nConnection: close\r\n\r\nx"
        )
        .into_bytes(),
    ];
    for request in odd {
        let answer = server.send(&request);
        let status = status(&answer);
        let shown = String::from_utf8_lossy(&request[..request.len().min(60)]).into_owned();
        assert!(
            status == 0 || (400..500).contains(&status),
            "{shown}: {status}"
        );
        server.assert_answers();
    }
}

#[test]
fn those_who_say_nothing_are_let_go() {
    let mut server = Besieged::start();
    let silent: Vec<TcpStream> = (0..220).map(|_| server.connect()).collect();
    server.assert_answers();
    drop(silent);
}

#[test]
fn the_slow_and_the_many_hold_nobody_up() {
    let mut server = Besieged::start();
    let host = format!("Host: localhost:{}\r\n", server.port);
    // Some never finish what they ask, some take in nothing of what they asked for, some say nothing, more than are served at once.
    let mut held = Vec::new();
    for n in 0..400 {
        let mut stream = server.connect();
        match n % 4 {
            0 => stream
                .write_all(b"GET /index.html HTTP/1.1\r\nX-Slow: ")
                .unwrap(),
            1 => {
                let request = format!("GET /assets/long.txt HTTP/1.1\r\n{host}\r\n");
                stream.write_all(request.as_bytes()).unwrap();
            }
            2 => {}
            _ => {
                let request = format!("POST / HTTP/1.1\r\n{host}Content-Length: 1000\r\n\r\nx");
                stream.write_all(request.as_bytes()).unwrap();
            }
        }
        held.push(stream);
    }
    server.assert_answers();
    // Whoever has not finished asking is let go, the last of them too, and nothing more is kept for one who takes in nothing.
    let slow = &mut held[396];
    let ended = slow.read(&mut [0; 1]);
    let is_ended = match &ended {
        Ok(n) => *n == 0,
        Err(error) => error.kind() == ErrorKind::ConnectionReset,
    };
    assert!(is_ended, "{ended:?}");
    let deaf = &mut held[1];
    let mut n_taken = 0;
    let mut part = vec![0; 65536];
    while let Ok(n @ 1..) = deaf.read(&mut part) {
        n_taken += n;
    }
    assert!(n_taken < LONG, "{n_taken}");
    drop(held);
    // Those who come and go at once.
    for _ in 0..2_000 {
        drop(server.connect());
    }
    server.assert_answers();
}
