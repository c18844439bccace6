//! Connections taken in, each with limits: whoever asks slowly, without end or from thousands of places at once takes nothing from others.

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;

/// How many are served at once; the others wait their turn. Systems let a program open 256 files or more.
const MOST_AT_ONCE: usize = 220;
/// How long a request may take to be asked, and an idle connection to ask the next.
const LONGEST_REQUEST: Duration = Duration::from_secs(10);
/// How long a reader may take in nothing of what is sent.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// Bytes and lines of the head of a request. No browser comes near.
const LARGEST_HEAD: usize = 64 * 1024;
const MOST_HEADERS: usize = 100;
/// How long is waited where the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_millis(100);

/// Answers until the program ends.
pub(super) async fn serve(listener: TcpListener, router: Router) {
    let free = Arc::new(Semaphore::new(MOST_AT_ONCE));
    loop {
        let Ok(turn) = Arc::clone(&free).acquire_owned().await else {
            return;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                let router = router.clone();
                tokio::spawn(async move {
                    one(stream, router).await;
                    drop(turn);
                });
            }
            // The one who asked is gone, or the system has no room: neither is the end.
            Err(_) => tokio::time::sleep(NO_ROOM).await,
        }
    }
}

async fn one(stream: TcpStream, router: Router) {
    // Pages are small: waiting for more to send only makes them late.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(LONGEST_PAUSE));
    // Who says nothing is not waited for, to learn which HTTP he speaks.
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(LONGEST_REQUEST)
        .max_buf_size(LARGEST_HEAD)
        .max_headers(MOST_HEADERS);
    let io = TokioIo::new(Box::pin(stream));
    // Whoever breaks the rules of HTTP has been told so, or is gone.
    let _ = builder
        .serve_connection(io, TowerToHyperService::new(router))
        .await;
}
