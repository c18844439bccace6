//! A tab: opened, typed into, clicked, asked. Everything it says in the console and every address it asks for is kept.

use headless_chrome::Tab;
use headless_chrome::protocol::cdp::types::{Event, Method};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long a condition may take on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);

pub(crate) struct Page {
    tab: Arc<Tab>,
    seen: Arc<Mutex<Seen>>,
}

/// What the browser reported.
#[derive(Default, Debug)]
pub(crate) struct Seen {
    /// Console messages, exceptions, violations of the policy, failed loads.
    pub(crate) messages: Vec<String>,
    /// Every address that was asked for.
    pub(crate) requests: Vec<String>,
}

/// A command of the protocol, with just the parameters that matter.
macro_rules! command {
    ($name:ident, $method:literal) => {
        #[derive(serde::Serialize, Debug)]
        struct $name(Value);
        impl Method for $name {
            const NAME: &'static str = $method;
            type ReturnObject = Value;
        }
    };
}
command!(Evaluate, "Runtime.evaluate");
command!(RuntimeEnable, "Runtime.enable");
command!(LogEnable, "Log.enable");
command!(NetworkEnable, "Network.enable");
command!(Navigate, "Page.navigate");
command!(Metrics, "Emulation.setDeviceMetricsOverride");
command!(Media, "Emulation.setEmulatedMedia");
command!(ScriptsDisabled, "Emulation.setScriptExecutionDisabled");
command!(Focus, "Emulation.setFocusEmulationEnabled");
command!(Key, "Input.dispatchKeyEvent");
command!(Insert, "Input.insertText");
command!(Mouse, "Input.dispatchMouseEvent");

impl Page {
    pub(crate) fn new(tab: Arc<Tab>) -> Page {
        let seen = Arc::new(Mutex::new(Seen::default()));
        let listener = Arc::clone(&seen);
        tab.add_event_listener(Arc::new(move |event: &Event| {
            let mut seen = listener.lock().unwrap_or_else(PoisonError::into_inner);
            match event {
                Event::LogEntryAdded(added) => {
                    let entry = &added.params.entry;
                    seen.messages.push(format!(
                        "{} {}",
                        entry.text,
                        entry.url.as_deref().unwrap_or("")
                    ));
                }
                Event::RuntimeConsoleAPICalled(called) => {
                    seen.messages
                        .push(format!("console: {:?}", called.params.args));
                }
                Event::RuntimeExceptionThrown(thrown) => {
                    seen.messages
                        .push(format!("exception: {:?}", thrown.params.exception_details));
                }
                Event::NetworkLoadingFailed(failed) if failed.params.canceled != Some(true) => {
                    seen.messages
                        .push(format!("failed: {:?}", failed.params.error_text));
                }
                Event::NetworkRequestWillBeSent(sent) => {
                    seen.requests.push(sent.params.request.url.clone());
                }
                _ => {}
            }
        }))
        .expect("a listener");
        let page = Page { tab, seen };
        page.call(RuntimeEnable(json!({})));
        page.call(LogEnable(json!({})));
        page.call(NetworkEnable(json!({})));
        page.call(Focus(json!({ "enabled": true })));
        page.look(1280, 900, Scheme::Light);
        page
    }

    fn call<C: Method<ReturnObject = Value> + serde::Serialize>(&self, command: C) -> Value {
        let name = C::NAME;
        self.tab
            .call_method(command)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// What the browser reported so far.
    pub(crate) fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Size of the window and scheme of colors; nothing moves.
    pub(crate) fn look(&self, width: u32, height: u32, scheme: Scheme) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.call(Metrics(metrics));
        let scheme = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.call(Media(json!({ "features": features })));
    }

    /// From the next page on, no script of a page runs.
    pub(crate) fn without_scripts(&self) {
        self.call(ScriptsDisabled(json!({ "value": true })));
    }

    /// Opens an address and waits until all of it is there.
    pub(crate) fn open(&self, address: &str) -> &Page {
        let returned = self.call(Navigate(json!({ "url": address })));
        assert!(returned.get("errorText").is_none(), "{address}: {returned}");
        let wanted = serde_json::to_string(address).expect("an address is text");
        self.until(&format!(
            "document.readyState === 'complete' && new URL({wanted}).href.split('#')[0] === location.href.split('#')[0]"
        ))
    }

    /// Opens an address that may lead on to another.
    pub(crate) fn go(&self, address: &str) {
        let returned = self.call(Navigate(json!({ "url": address })));
        assert!(returned.get("errorText").is_none(), "{address}: {returned}");
    }

    /// The value of an expression, awaited if it is a promise. An exception fails the test.
    pub(crate) fn value(&self, expression: &str) -> Value {
        let returned = self.evaluate(expression);
        let exception = &returned["exceptionDetails"];
        assert!(exception.is_null(), "{expression}: {exception}");
        returned["result"]["value"].clone()
    }

    fn evaluate(&self, expression: &str) -> Value {
        self.call(Evaluate(
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true }),
        ))
    }

    pub(crate) fn text(&self, expression: &str) -> String {
        match self.value(expression) {
            Value::String(text) => text,
            other => panic!("{expression} is no text: {other}"),
        }
    }

    pub(crate) fn number(&self, expression: &str) -> f64 {
        let value = self.value(expression);
        value
            .as_f64()
            .unwrap_or_else(|| panic!("{expression} is no number: {value}"))
    }

    pub(crate) fn count(&self, expression: &str) -> usize {
        let value = self.value(expression);
        let count = value.as_u64().and_then(|n| usize::try_from(n).ok());
        count.unwrap_or_else(|| panic!("{expression} is no count: {value}"))
    }

    pub(crate) fn is(&self, expression: &str) -> bool {
        self.value(expression) == Value::Bool(true)
    }

    /// Waits until a condition holds.
    pub(crate) fn until(&self, condition: &str) -> &Page {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // While a page is exchanged for another, asking may fail; that is no answer.
            let returned = self.tab.call_method(Evaluate(
                json!({ "expression": condition, "returnByValue": true, "awaitPromise": true }),
            ));
            if let Ok(answer) = &returned
                && answer["result"]["value"] == Value::Bool(true)
            {
                return self;
            }
            if Instant::now() > deadline {
                let place = self.evaluate("location.href")["result"]["value"].clone();
                panic!(
                    "waited in vain at {place} for {condition}: {returned:?}\n{:#?}",
                    self.seen().messages
                );
            }
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// Clicks the middle of an element, as a mouse does.
    pub(crate) fn click(&self, selector: &str) {
        let selector = serde_json::to_string(selector).expect("a selector is text");
        // What is hidden, nobody clicks.
        self.until(&format!(
            "(() => {{ const e = document.querySelector({selector}); return e !== null && e.getClientRects().length > 0; }})()"
        ));
        let place = self.value(&format!(
            "(() => {{ const e = document.querySelector({selector}); e.scrollIntoView({{ block: 'center' }}); \
               const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            self.call(Mouse(json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 })));
        }
    }

    /// Types a text where the focus is.
    pub(crate) fn type_text(&self, text: &str) {
        self.call(Insert(json!({ "text": text })));
    }

    /// Presses a key: `Tab`, `Enter`, `Escape`, or one that types a character.
    pub(crate) fn press(&self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            "ArrowUp" => (38, ""),
            "ArrowDown" => (40, ""),
            other => (0, other),
        };
        let down = json!({ "type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
        self.call(Key(down));
        let up = json!({ "type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": code });
        self.call(Key(up));
    }

    /// Copies what is selected, or pastes where the focus is, as the browser's own keys do.
    pub(crate) fn edit(&self, command: &str) {
        let down =
            json!({ "type": "rawKeyDown", "key": "c", "modifiers": 2, "commands": [command] });
        self.call(Key(down));
        self.call(Key(json!({ "type": "keyUp", "key": "c", "modifiers": 2 })));
    }

    /// The page on paper, as a PDF.
    pub(crate) fn printed(&self) -> Vec<u8> {
        self.tab.print_to_pdf(None).expect("the page is printed")
    }

    /// What the clipboard holds, by pasting it into the search field of the masthead; line ends become blanks.
    pub(crate) fn clipboard(&self) -> String {
        self.value("(() => { const field = document.getElementById('masthead-q'); field.value = ''; field.focus(); })()");
        self.edit("paste");
        self.text("document.getElementById('masthead-q').value")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // A tab that is gone already needs no closing.
        let _ = self.tab.close(false);
    }
}

/// The reader's scheme of colors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Scheme {
    Light,
    Dark,
}
