//! One page as markup: the frame, and in it what can be known of the page before anybody opens it.
//!
//! Decides: which pages are nobody's. What a person did, made or was sent is known on their device alone: of such a page
//! only the heading stands, and the program fills in the rest below it.

use evenkeel::app::{App, provide};
use evenkeel::ports::Ports;
use evenkeel::route::Route;
use evenkeel::ui::{PageHead, Up};
use evenkeel::words::Words;
use leptos::prelude::*;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;

use crate::{Texts, nobody, outline};

/// Never does later what could not be done at once.
struct Never;

impl any_spawner::CustomExecutor for Never {
    fn spawn(&self, _: any_spawner::PinnedFuture<()>) {}
    fn spawn_local(&self, _: any_spawner::PinnedLocalFuture<()>) {}
    fn poll_local(&self) {}
}

/// A page is rendered as it first is: what a browser would wait for is dropped. Called once, before the first page.
pub(crate) fn wait_for_nothing() {
    // Only a second call could fail, and it would change nothing.
    any_spawner::Executor::init_custom_executor(Never).ok();
}

/// What goes into `#app` at `route`.
pub(crate) fn of(route: &Route, texts: &Texts) -> String {
    let path = match route {
        Route::NotFound => "/404.html".to_owned(),
        known => ["/", &known.folder()].concat(),
    };
    let owner = Owner::new();
    // Each thing is read once here, and nobody has to be told when it changes.
    let _once = SpecialNonReactiveZone::enter();
    let html = owner.with(|| {
        let ports = Ports::new(nobody::device(path));
        let words = Words::new(texts.interface.clone(), ports.formats());
        words.add_later(texts.moves.clone());
        provide(ports, words);
        let frame = view! { <App /> }.into_view().to_html();
        match heading(route) {
            None => frame,
            Some(key) => {
                let title = words.text(key);
                let class = class(route);
                let head = match up(route, words) {
                    Some(up) => view! { <PageHead title up /> }.into_any(),
                    None => view! { <PageHead title /> }.into_any(),
                };
                with_main(&frame, &view! { <div class=class>{head}</div> }.into_view().to_html())
            }
        }
    });
    owner.cleanup();
    // A bare fragment would lead to the site's base and not to this page, as long as nothing moves the focus by hand.
    let within = [route.path().split('#').next().unwrap_or_default(), "#main"].concat();
    compact(&html.replacen("href=\"#main\"", &["href=\"", &within, "\""].concat(), 1))
}

/// The key of the heading of a page of which only the heading is known; nothing for one that is the same for everybody.
const fn heading(route: &Route) -> Option<&'static str> {
    match route {
        Route::Mine(_) => Some("title.routine"),
        Route::Edit(_) => Some("title.builder"),
        Route::Measure => Some("title.measure"),
        Route::Open(_) => Some("title.open"),
        Route::Session => Some("title.session"),
        Route::History => Some("title.history"),
        Route::Settings => Some("title.settings"),
        _ => None,
    }
}

/// The way up from such a page. It stands above the heading: coming later, it would push it down.
fn up(route: &Route, words: Words) -> Option<Up> {
    let below = matches!(route, Route::Mine(_) | Route::Edit(_) | Route::Measure);
    below.then(|| Up { href: Route::Routines.path(), label: words.text("title.routines") })
}

/// What holds such a page, as the page itself has it.
const fn class(route: &Route) -> &'static str {
    match route {
        Route::Settings => "settings",
        // While it is led the session has the screen to itself: nothing may stand there that is gone a moment later.
        Route::Session => "session",
        _ => "page",
    }
}

/// `frame` with another page in it.
fn with_main(frame: &str, page: &str) -> String {
    let parts = frame.split_once("<main").and_then(|(before, rest)| {
        let (opening, rest) = rest.split_once('>')?;
        let (_, after) = rest.split_once("</main>")?;
        Some([before, "<main", opening, ">", page, "</main>", after].concat())
    });
    parts.unwrap_or_else(|| frame.to_owned())
}

/// Pictures no larger than a thumb.
const SMALL: [&str; 2] = ["\"move-row-picture\"", "\"exercise-card-picture\""];

/// Without the marks by which leptos would find its way back into this markup (the program makes its own), without the
/// space that it puts where a text is empty, and with every figure told in few bytes.
fn compact(html: &str) -> String {
    let html = html.replace("<!---->", "").replace("<!>", "").replace("> </", "></");
    outline::shorten(&html.replace(" fill-opacity=\"1\"", "").replace("></path>", "/>"), &SMALL)
}
