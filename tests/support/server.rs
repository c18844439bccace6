//! `memcon serve`, running, and asked as a browser would.

use super::archive::memcon;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

/// A running server, ended with the test.
pub struct Server {
    pub child: Child,
    pub port: u16,
}

impl Server {
    /// Serves an archive on a port, or the next that is free; 0 for any.
    pub fn start(archive: &Path, port: &str) -> Server {
        let mut child = memcon()
            .args(["serve", "--port", port, "--site"])
            .arg(archive)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        let stdout = child.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut address).unwrap();
        let port = address.trim().trim_end_matches('/').rsplit(':').next();
        let port = port.and_then(|port| port.parse().ok());
        Server {
            child,
            port: port.unwrap_or_else(|| panic!("no address: {address:?}")),
        }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let longest = Some(Duration::from_mins(1));
        stream.set_read_timeout(longest).unwrap();
        stream.set_write_timeout(longest).unwrap();
        stream
    }

    /// What comes back for these bytes, up to the end of the connection; a connection that is broken off gives what came before.
    pub fn send(&self, request: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let mut part = vec![0; 65536];
        while let Ok(n) = stream.read(&mut part) {
            if n == 0 {
                break;
            }
            answer.extend_from_slice(&part[..n]);
        }
        answer
    }

    /// A request as browsers make it: `GET /index.html`.
    pub fn request(&self, line: &str) -> Vec<u8> {
        let host = format!("Host: localhost:{}", self.port);
        format!("{line} HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n").into_bytes()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
