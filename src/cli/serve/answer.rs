//! One request → one response.

use super::{Shared, State};
use crate::config::BaseUrl;
use crate::site::Route;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Extract};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::convert::Infallible;
use std::sync::Arc;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};
use tower_http::set_header::SetResponseHeaderLayer;

/// Added to the head of every page that is served, and to none that is built.
const RELOAD_TAG: &str = "<script src=\"/_memcon/reload.js\" defer></script>";
const RELOAD_SCRIPT: &str = include_str!("reload.js");

/// Everything that is answered.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    let header = SetResponseHeaderLayer::overriding;
    Router::new()
        .route("/_memcon/events", get(events))
        .route("/_memcon/reload.js", get(script))
        .fallback(file)
        .layer(middleware::from_fn_with_state(
            Arc::clone(&shared),
            only_here,
        ))
        .layer(header(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .layer(header(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        .with_state(shared)
}

/// Refuses requests under another name: a page elsewhere could give this computer one of its own (DNS rebinding) and read the archive.
async fn only_here(
    Extract(shared): Extract<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    if is_here(request.headers(), request.uri(), shared.port) {
        return next.run(request).await;
    }
    let message = "memcon serve answers only to 127.0.0.1 and localhost\n";
    (StatusCode::MISDIRECTED_REQUEST, message).into_response()
}

/// A request names its host once, and where it names it in its first line too, both are this computer.
fn is_here(headers: &HeaderMap, uri: &Uri, port: u16) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let named = host.to_str().ok();
    let in_line = uri.authority().map(Authority::as_str);
    named.is_some_and(|host| is_own(host, port)) && in_line.is_none_or(|host| is_own(host, port))
}

fn is_own(host: &str, port: u16) -> bool {
    let host = host.to_ascii_lowercase();
    let names = ["127.0.0.1", "localhost", "[::1]"];
    names.iter().any(|name| {
        let rest = host.strip_prefix(name);
        rest.is_some_and(|rest| rest == format!(":{port}") || rest.is_empty() && port == 80)
    })
}

async fn events(
    Extract(shared): Extract<Arc<Shared>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = BroadcastStream::new(shared.changes.subscribe());
    // Whoever missed some changes has missed at least one.
    let events = changes.map(|_| Ok(Event::default().data("changed")));
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn script() -> Response {
    (content_type("reload.js"), RELOAD_SCRIPT).into_response()
}

async fn file(Extract(shared): Extract<Arc<Shared>>, request: Request<Body>) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().to_owned();
    let state = shared.state();
    let answer = tokio::task::spawn_blocking(move || answer(&state, &path)).await;
    answer.unwrap_or_else(|_| {
        let message = "this page could not be rendered; please report this with the archive\n";
        (StatusCode::INTERNAL_SERVER_ERROR, message).into_response()
    })
}

fn answer(state: &State, path: &str) -> Response {
    let (status, path, route) = match find(state, path) {
        Some((path, route)) => (StatusCode::OK, path, route),
        None => (
            StatusCode::NOT_FOUND,
            "404.html".to_owned(),
            &Route::NotFound,
        ),
    };
    match state.files.render(&state.site, &state.theme, route) {
        Ok(bytes) if route.is_page() => (status, content_type(&path), live(bytes)).into_response(),
        Ok(bytes) => (status, content_type(&path), bytes).into_response(),
        Err(found) => {
            let place = &found.place;
            let text = format!(
                "{}\n{}:{}:{}\n{}\n",
                found.message, place.file, place.line, place.column, found.help
            );
            (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
        }
    }
}

/// The file a request means. Only names of files there are lead anywhere, so that no path leads out of the site.
fn find<'a>(state: &'a State, path: &str) -> Option<(String, &'a Route)> {
    let path = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    let known = |inside: &str| {
        let name = if inside.is_empty() {
            "index.html"
        } else {
            inside
        };
        let route = state.files.get(&state.site, name)?;
        Some((name.to_owned(), route))
    };
    // The 404 page names its links by the address the site will have.
    let base = state.site.config.base_url.as_ref().map(BaseUrl::path);
    known(path.strip_prefix('/')?).or_else(|| known(path.strip_prefix(base?)?))
}

/// The page with the script that reloads it.
fn live(page: Vec<u8>) -> Vec<u8> {
    let Ok(mut page) = String::from_utf8(page) else {
        return Vec::new();
    };
    if let Some(end) = page.find("</head>") {
        page.insert_str(end, RELOAD_TAG);
    }
    page.into_bytes()
}

fn content_type(path: &str) -> [(header::HeaderName, String); 1] {
    let kind = match path.rsplit('.').next() {
        _ if path == "feed.xml" => "application/atom+xml".to_owned(),
        Some("jsonl") => "application/jsonl".to_owned(),
        _ => mime_guess::from_path(path)
            .first_or_octet_stream()
            .essence_str()
            .to_owned(),
    };
    let is_text = kind.starts_with("text/") || kind.contains("javascript");
    let charset = if is_text { "; charset=utf-8" } else { "" };
    [(header::CONTENT_TYPE, format!("{kind}{charset}"))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_computer_are_answered() {
        let asked = |host: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_str(host).unwrap());
            is_here(&headers, &Uri::from_static("/"), 4000)
        };
        assert!(asked("127.0.0.1:4000") && asked("localhost:4000") && asked("[::1]:4000"));
        for other in [
            "evil.example:4000",
            "localhost:4001",
            "localhost",
            "localhost.evil.example:4000",
            "",
        ] {
            assert!(!asked(other), "{other}");
        }
        assert!(!is_here(&HeaderMap::new(), &Uri::from_static("/"), 4000));
    }

    #[test]
    fn a_page_gets_the_script_that_listens() {
        let page = "<head><title>A</title></head>";
        let served = String::from_utf8(live(page.as_bytes().to_vec())).unwrap();
        assert_eq!(served.replace(RELOAD_TAG, ""), page);
        assert!(served.contains("defer></script></head>"));
    }
}
