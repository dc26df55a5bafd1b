//! One person with one browser and an empty profile.
//!
//! Everything waits for what it wants to see, up to ten seconds, and says what was on the page instead.

use crate::edition::Edition;
use crate::engine::{Driver, Engine, Profile};
use crate::site::{Site, root};
use futures_util::FutureExt;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::rc::Rc;
use std::time::{Duration, Instant};
use thirtyfour::TypingData;
use thirtyfour::WindowHandle;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;
use xtask::build::worker::Worker;

/// What a visit comes to.
pub type Outcome = WebDriverResult<()>;

/// How long a person waits for something to appear.
const PATIENCE: Duration = Duration::from_secs(10);

/// Scrolls an element to the middle of the screen.
const TO_THE_MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center' })";

/// A person at a browser, and the site that they visit.
#[derive(Debug)]
pub struct Visit {
    /// Which engine it is.
    pub engine: Engine,
    /// The browser, for what has no word here.
    pub browser: WebDriver,
    site: Rc<RefCell<Site>>,
    origin: String,
    /// Ends with the visit.
    _driver: Driver,
}

/// What a story says whose program broke and began anew.
const BROKE: &str = "the program broke and began anew: ";

/// Starts a site, a driver and a browser, runs `story`, and keeps a picture of the page if it fails. It fails as well where
/// the program broke and began anew; but in WebKit, which goes astray by itself once in some hundred pages.
///
/// A story begins anew, once, in another browser, and says why: where a driver gave up on a command that it had been given, or
/// did not answer for two minutes (once in some hundred stories in WebKit, never twice at the same place), which tells
/// nothing about the product; and where the program broke, which is a fault of the product if it does so again.
pub fn run(engine: Engine, name: &str, story: impl AsyncFn(&Visit) -> Outcome) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (first, console) = runtime.block_on(told(engine, name, &story));
    match first {
        Ok(()) => {}
        Err(error)
            if error.to_string().contains(BROKE)
                || matches!(
                    error.as_inner(),
                    WebDriverErrorInner::ScriptTimeout(_) | WebDriverErrorInner::HttpError(_)
                ) =>
        {
            println!("{engine:?}: {name} is told once more, because of this: {error}");
            if let (Err(error), console) = runtime.block_on(told(engine, name, &story)) {
                panic!("{engine:?}: {error}\nconsole: {console}");
            }
        }
        Err(error) => panic!("{engine:?}: {error}\nconsole: {console}"),
    }
}

async fn told(engine: Engine, name: &str, story: &impl AsyncFn(&Visit) -> Outcome) -> (Outcome, String) {
    let site = Site::open();
    let driver = Driver::start(engine);
    let browser = driver
        .browser(engine, None)
        .await
        .unwrap_or_else(|error| panic!("{engine:?} does not start: {error}"));
    let (origin, site) = (site.address(), Rc::new(RefCell::new(site)));
    let visit = Visit { engine, browser, origin, site, _driver: driver };
    // A story that breaks off must still close its browser.
    let outcome = AssertUnwindSafe(story(&visit)).catch_unwind().await;
    let outcome = match (outcome, visit.began_anew().await) {
        (Ok(Ok(())), Some(broken)) if engine != Engine::WebKit => {
            Ok(Err(WebDriverError::FatalError([BROKE, &broken].concat())))
        }
        (outcome, broken) => {
            broken.iter().for_each(|broken| {
                println!("{engine:?}: the program broke in {name} and began anew: {broken}")
            });
            outcome
        }
    };
    if !matches!(outcome, Ok(Ok(()))) {
        visit.keep_a_picture(name).await;
    }
    let console = visit.console().await;
    let _ = visit.browser.clone().quit().await;
    match outcome {
        Ok(outcome) => (outcome, console),
        Err(broken) => resume_unwind(broken),
    }
}

impl Visit {
    /// Opens a page by its path (and fragment).
    pub async fn open(&self, path: &str) -> Outcome {
        self.browser.goto(format!("{}{path}", self.origin)).await?;
        self.ready().await
    }

    /// When and where the program broke and began anew, unless it was to.
    async fn began_anew(&self) -> Option<String> {
        let noted = self.measure("return sessionStorage.getItem('evenkeel.anew')").await.ok()?;
        noted.as_str().map(str::to_owned)
    }

    /// The story itself broke the program.
    pub async fn was_broken_on_purpose(&self) -> Outcome {
        self.measure("sessionStorage.removeItem('evenkeel.anew')").await.map(drop)
    }

    /// Reloads as the person's own reload button does, through the worker.
    pub async fn reload(&self) -> Outcome {
        self.load_again().await?;
        self.ready().await
    }

    /// The same, whether or not the program then starts.
    pub async fn load_again(&self) -> Outcome {
        self.leaves_by("location.reload()").await
    }

    /// Does what brings another page, and waits for that page.
    pub async fn leaves_by(&self, deed: &str) -> Outcome {
        self.measure(&["window.__before = true;", deed].concat()).await?;
        let is_another = async || Ok(self.measure("return window.__before === undefined").await? == true);
        self.until("another page", is_another).await
    }

    /// The address of a page by its path.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The port of the site.
    pub fn port(&self) -> u16 {
        self.site.borrow().port()
    }

    /// Waits for the program to have drawn the page.
    pub async fn ready(&self) -> Outcome {
        self.until("the program's own page", async || self.has_begun().await).await
    }

    /// Whether the page is the program's own, and no longer the one that was rendered beforehand: that one leads past
    /// the navigation by a whole address, because nothing there moves the focus by hand.
    pub async fn has_begun(&self) -> WebDriverResult<bool> {
        let own = "return !!document.querySelector('#app .skip[href=\"#main\"]') && !!document.querySelector('#app main h1')";
        Ok(self.measure(own).await? == true)
    }

    /// Reads the notice of a first visit and puts it away, as everybody does once.
    pub async fn put_the_notice_away(&self) -> Outcome {
        self.press("I understand").await
    }

    /// The time that the session shows.
    pub async fn time_shown(&self) -> WebDriverResult<String> {
        let shown = self
            .measure("const it = document.querySelector('[role=timer]'); return it ? it.innerText : ''")
            .await?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    }

    /// Everything that the site keeps on this device, as `key → value`.
    pub async fn kept(&self) -> WebDriverResult<BTreeMap<String, String>> {
        let kept = self.measure("return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('evenkeel:')))").await?;
        Ok(serde_json::from_value(kept).unwrap_or_default())
    }

    /// Publishes a later version of the site: `change` is done to the one in `dist/`.
    pub fn publish(&self, change: impl FnOnce(Edition) -> Edition) {
        let mut site = self.site.borrow_mut();
        let edition = change(site.edition());
        site.publish(edition, Worker::Keeps);
    }

    /// Publishes a version whose worker takes the earlier ones back.
    pub fn publish_the_kill_switch(&self, change: impl FnOnce(Edition) -> Edition) {
        let mut site = self.site.borrow_mut();
        let edition = change(site.edition());
        site.publish(edition, Worker::Stops);
    }

    /// The site that is visited.
    pub fn site(&self) -> std::cell::RefMut<'_, Site> {
        self.site.borrow_mut()
    }

    /// The same person with another browser of the same engine, which has `profile` and ends with it.
    pub async fn in_another_browser(&self, profile: &Profile) -> WebDriverResult<Self> {
        let driver = Driver::start(self.engine);
        let browser = driver.browser(self.engine, Some(profile)).await?;
        // To ask a browser to end that was killed meanwhile takes minutes.
        let _ = browser.clone().leak();
        let (origin, site) = (self.origin.clone(), self.site.clone());
        Ok(Self { engine: self.engine, browser, site, origin, _driver: driver })
    }

    /// Opens another window, and looks at it; the first one's handle comes back.
    pub async fn another_window(&self) -> WebDriverResult<WindowHandle> {
        let first = self.browser.window().await?;
        let second = self.browser.new_tab().await?;
        self.browser.switch_to_window(second).await?;
        Ok(first)
    }

    /// Takes the server away.
    pub fn lose_the_network(&self) {
        self.site.borrow_mut().stop();
    }

    /// Presses the button, link or summary that reads `name` (its text, or its label where it has no text).
    pub async fn press(&self, name: &str) -> Outcome {
        const PLACE: &str = "const at = arguments[0].getBoundingClientRect(); return [at.x, at.y, at.width]";
        let deadline = Instant::now() + PATIENCE;
        // Nobody presses what is still on its way, unless it never comes to rest.
        let restless = Instant::now() + Duration::from_secs(2);
        let mut before = None;
        loop {
            if let Some(element) = self.find(name).await? {
                let place = self.browser.execute(PLACE, vec![element.to_json()?]).await.ok();
                let place = place.map(|place| place.json().clone());
                if before.replace(place.clone()) != Some(place) && Instant::now() < restless {
                    tokio::time::sleep(Duration::from_millis(30)).await;
                    continue;
                }
                match element.click().await {
                    Ok(()) => return Ok(()),
                    // It was drawn anew, or something passed in front of it, between being found and being pressed; or it is
                    // below what stays at the bottom of the screen, and is scrolled to, as a person would.
                    Err(error) if Instant::now() > deadline => return Err(error),
                    Err(_) => drop(self.browser.execute(TO_THE_MIDDLE, vec![element.to_json()?]).await),
                }
            }
            if Instant::now() > deadline {
                return Err(self.missing(&format!("something to press that reads “{name}”")).await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn find(&self, name: &str) -> WebDriverResult<Option<WebElement>> {
        const FIND: &str = r"
            const wanted = arguments[0].trim();
            const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
            const clean = s => (s || '').replace(/\s+/g, ' ').trim();
            const all = [...document.querySelectorAll('button, a[href], summary, label, [role=button]')].filter(seen);
            const open = document.querySelector('dialog[open]');
            const near = open ? all.filter(e => open.contains(e)) : all;
            const name = e => [clean(e.getAttribute('aria-label')), clean(e.textContent)];
            return near.find(e => name(e).includes(wanted)) || near.find(e => name(e).some(n => n.startsWith(wanted))) || null;
        ";
        let found = self.browser.execute(FIND, vec![name.into()]).await?;
        if found.json().is_null() { Ok(None) } else { found.element().map(Some) }
    }

    /// Presses keys without a target, as on a keyboard.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) -> Outcome {
        self.browser.action_chain().send_keys(keys).perform().await
    }

    /// Waits until `text` is to be read somewhere on the page.
    pub async fn sees(&self, text: &str) -> Outcome {
        self.until(&format!("“{text}”"), async || Ok(self.text().await?.contains(text))).await
    }

    /// Everything that is to be read on the page now.
    pub async fn text(&self) -> WebDriverResult<String> {
        let text =
            self.browser.execute("return document.body.innerText.replace(/\\s+/g, ' ')", vec![]).await?;
        Ok(text.json().as_str().unwrap_or_default().to_owned())
    }

    /// The path of the page that is open.
    pub async fn path(&self) -> WebDriverResult<String> {
        let path = self.browser.execute("return location.pathname", vec![]).await?;
        Ok(path.json().as_str().unwrap_or_default().to_owned())
    }

    /// What a script says of the page; for measuring, never for doing.
    pub async fn measure(&self, script: &str) -> WebDriverResult<serde_json::Value> {
        Ok(self.browser.execute(script, vec![]).await?.json().clone())
    }

    /// What a script says that calls its only argument when it knows; for measuring, never for doing.
    pub async fn find_out(&self, script: &str) -> WebDriverResult<serde_json::Value> {
        Ok(self.browser.execute_async(script, vec![]).await?.json().clone())
    }

    /// Has the browser look for a newer version, as it does by itself from time to time, and says what became of it.
    pub async fn look_for_a_newer_version(&self) -> WebDriverResult<String> {
        let state = self
            .find_out(
                "const done = arguments[0];
                 navigator.serviceWorker.getRegistration().then(async (found) => {
                   await found.update().catch(() => {});
                   const worker = found.installing;
                   if (!worker) return done(found.waiting ? found.waiting.state : 'redundant');
                   const look = () => worker.state !== 'installing' && done(worker.state);
                   worker.addEventListener('statechange', look);
                   look();
                 })",
            )
            .await?;
        Ok(state.as_str().unwrap_or_default().to_owned())
    }

    /// Waits for a worker that holds the whole site.
    pub async fn is_kept_offline(&self) -> Outcome {
        self.until("a worker that keeps the site", async || {
            let active = self
                .browser
                .execute_async(
                    "const done = arguments[arguments.length - 1];
                     navigator.serviceWorker.getRegistration().then(r => done(!!(r && r.active && r.active.state === 'activated')))",
                    vec![],
                )
                .await?;
            Ok(active.json().as_bool() == Some(true))
        })
        .await
    }

    /// Sends the worker away once it holds the site. Asked for in the middle of its installing, or waited for in one
    /// long script, the parting sometimes never ends in WebKit.
    pub async fn is_no_longer_kept(&self) -> Outcome {
        self.is_kept_offline().await?;
        self.find_out(
            "navigator.serviceWorker.getRegistration().then(r => r && r.unregister()); arguments[0]()",
        )
        .await?;
        self.until("the worker to be gone", async || {
            let gone = self
                .find_out("const done = arguments[0]; navigator.serviceWorker.getRegistration().then(r => done(!r))")
                .await?;
            Ok(gone == true)
        })
        .await
    }

    /// Waits until `wanted` holds.
    pub async fn until(&self, what: &str, wanted: impl AsyncFn() -> WebDriverResult<bool>) -> Outcome {
        self.within(PATIENCE, what, wanted).await
    }

    /// Waits at most `patience` until `wanted` holds.
    pub async fn within(
        &self,
        patience: Duration,
        what: &str,
        wanted: impl AsyncFn() -> WebDriverResult<bool>,
    ) -> Outcome {
        let deadline = Instant::now() + patience;
        while !wanted().await? {
            if Instant::now() > deadline {
                return Err(self.missing(what).await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    async fn missing(&self, what: &str) -> WebDriverError {
        let page = self.text().await.unwrap_or_else(|error| format!("(nothing readable: {error})"));
        let path = self.path().await.unwrap_or_default();
        // Where it was told for a report, it is told here as well.
        let place = "const place = document.querySelector('[data-part=place]'); return place ? place.textContent : ''";
        let place = self.measure(place).await.unwrap_or_default();
        let page = format!("{page} {}", place.as_str().unwrap_or_default());
        WebDriverError::FatalError(format!("waited for {what}; on {path} there was: {page}"))
    }

    async fn keep_a_picture(&self, name: &str) {
        let folder = root().join("target/browsers");
        let _ = std::fs::create_dir_all(&folder);
        let _ = self.browser.screenshot(&folder.join(format!("{:?}-{name}.png", self.engine))).await;
    }

    /// What the console says, where the engine tells (Chromium).
    async fn console(&self) -> String {
        match self.engine {
            Engine::Chromium => {
                self.browser.get_log("browser").await.map(|log| format!("{log:?}")).unwrap_or_default()
            }
            Engine::Firefox | Engine::WebKit => String::new(),
        }
    }
}
