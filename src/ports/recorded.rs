//! A device for tests: its time is set by hand, what it is told to do is written down, what it keeps can be looked at.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::session::Cue;
use domain::sound::Tones;
use domain::time::{Millis, Moment};

use super::{
    Aids, Card, Claim, Clock, Device, Disk, DiskTrouble, Held, Lead, Pocket, Press, Screen, Sound, Speaker,
    Voice, silent,
};

type Tick = Rc<dyn Fn(Moment)>;
type Told = Rc<dyn Fn(bool)>;
type Each = Rc<dyn Fn(Press)>;
type Timer = (u64, Rc<Cell<bool>>, Box<dyn FnOnce()>);

/// The device, as a test sees it.
#[derive(Default)]
pub(crate) struct Recorded {
    pub(crate) now: Cell<u64>,
    slept: Cell<u64>,
    /// Every ticker there ever was: a tick may let go of its own.
    tickers: RefCell<Vec<(Rc<Cell<bool>>, Tick)>>,
    /// What is to be done at its moment.
    timers: RefCell<Vec<Timer>>,
    /// By how much the sound is off.
    pub(crate) drift: Cell<Option<i64>>,
    /// The window that has the lead, and behind it those that wait for it.
    leaders: RefCell<Vec<(usize, Told)>>,
    windows: Cell<usize>,
    /// Whether its windows cannot agree who has it.
    is_at_odds: Cell<bool>,
    /// Where the file is that it plays.
    pub(crate) position: Cell<Option<u64>>,
    presses: RefCell<Option<Each>>,
    /// What the device was told to do, in order.
    pub(crate) told: RefCell<Vec<String>>,
    /// What it keeps.
    pub(crate) kept: RefCell<BTreeMap<String, String>>,
    /// Whether there is room for more.
    pub(crate) is_full: Cell<bool>,
    /// How many letters find room in all, where that is limited.
    pub(crate) room: Cell<Option<usize>>,
    /// Whether its voice is not heard.
    pub(crate) is_mute: Cell<bool>,
}

impl Recorded {
    pub(crate) fn new() -> Rc<Self> {
        let recorded = Self::default();
        recorded.now.set(1_000_000);
        Rc::new(recorded)
    }

    /// A device whose windows cannot agree who leads.
    pub(crate) fn at_odds() -> Rc<Self> {
        let recorded = Self::new();
        recorded.is_at_odds.set(true);
        recorded
    }

    pub(crate) fn device(self: &Rc<Self>) -> Device {
        Device {
            clock: self.clone(),
            disk: self.clone(),
            aids: Rc::new({
                let this = self.clone();
                self.windows.set(self.windows.get() + 1);
                let window = Rc::new(Window { device: this.clone(), number: self.windows.get() });
                move || {
                    let aids = Aids {
                        lead: window.clone(),
                        sound: this.clone(),
                        screen: this.clone(),
                        pocket: this.clone(),
                        voice: this.clone(),
                        ..Aids::silent()
                    };
                    Box::pin(core::future::ready(Some(aids)))
                }
            }),
            ..silent::device(super::Location::start())
        }
    }

    /// Every window there was is gone, without a word.
    pub(crate) fn kill(&self) {
        self.leaders.borrow_mut().clear();
        self.tickers.borrow_mut().clear();
        self.timers.borrow_mut().clear();
    }

    /// This window is gone.
    pub(crate) fn close(&self, window: usize) {
        let first = self.leaders.borrow().first().map(|(number, _)| *number);
        self.leaders.borrow_mut().retain(|(number, _)| *number != window);
        if first == Some(window) {
            self.tell_leader();
        }
    }

    fn tell_leader(&self) {
        let first = self.leaders.borrow().first().cloned();
        if let Some((_, told)) = first {
            told(true);
        }
    }

    /// Something is pressed on the lock screen.
    pub(crate) fn press(&self, press: Press) {
        let each = self.presses.borrow().clone();
        if let Some(each) = each {
            each(press);
        }
    }

    /// From now on nothing grows.
    pub(crate) fn fill(&self) {
        self.room.set(Some(self.size_with("", "")));
    }

    /// How many letters are kept once `text` is kept under `key`.
    fn size_with(&self, key: &str, text: &str) -> usize {
        let kept = self.kept.borrow();
        let others = kept.iter().filter(|(known, _)| *known != key).map(|(key, text)| key.len() + text.len());
        others.sum::<usize>() + key.len() + text.len()
    }

    /// Time passes in steps of 100 ms, each with a tick.
    pub(crate) fn pass(&self, seconds: u64) {
        for _ in 0..seconds * 10 {
            self.now.set(self.now.get() + 100);
            self.tick();
        }
    }

    /// Time passes without a tick, and then there is one.
    pub(crate) fn jump(&self, seconds: u64) {
        self.now.set(self.now.get() + seconds * 1000);
        self.tick();
    }

    /// The device sleeps: its clock stands, the world's does not.
    pub(crate) fn sleep(&self, seconds: u64) {
        self.slept.set(seconds * 1000);
    }

    pub(crate) fn tick(&self) {
        let held = |(is_held, tick): &(Rc<Cell<bool>>, Tick)| is_held.get().then(|| tick.clone());
        let ticks: Vec<Tick> = self.tickers.borrow().iter().filter_map(held).collect();
        for tick in ticks {
            tick(Moment(self.now.get()));
        }
        let now = self.now.get();
        let due: Vec<Timer> = self.timers.borrow_mut().extract_if(.., |(at, ..)| *at <= now).collect();
        for (_, is_held, then) in due {
            if is_held.get() {
                then();
            }
        }
    }

    fn tell(&self, what: impl Into<String>) {
        self.told.borrow_mut().push(what.into());
    }

    /// What it was told since this was last asked.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.told.take()
    }
}

impl Clock for Recorded {
    fn now(&self) -> Moment {
        Moment(self.now.get())
    }
    fn offset(&self, _: Moment) -> i32 {
        60
    }
    fn catch_up(&self) -> Millis {
        let slept = self.slept.take();
        self.now.set(self.now.get() + slept);
        Millis(slept)
    }
    fn ticks(&self, each: Box<dyn Fn(Moment)>) -> Held {
        let is_held = Rc::new(Cell::new(true));
        self.tickers.borrow_mut().push((is_held.clone(), Rc::from(each)));
        Held::until(move || is_held.set(false))
    }
    fn after(&self, after: Millis, then: Box<dyn FnOnce()>) -> Held {
        let is_held = Rc::new(Cell::new(true));
        self.timers.borrow_mut().push((self.now.get() + after.0, is_held.clone(), then));
        Held::until(move || is_held.set(false))
    }
}

impl Sound for Recorded {
    fn unlock(&self) {}
    fn lay(&self, cues: &[Cue], _: Millis, _: Tones, _: u8) {
        self.tell(format!("lay {}", cues.len()));
    }
    fn keep_up(&self) {}
    fn realign(&self) {
        self.tell("realign");
        self.drift.set(self.drift.get().map(|_| 0));
    }
    fn silence(&self) {
        self.tell("silence");
    }
    fn drift(&self) -> Option<i64> {
        self.drift.get()
    }
    fn is_refused(&self) -> bool {
        false
    }
    fn works(&self) -> bool {
        true
    }
}

/// One window of the device.
struct Window {
    device: Rc<Recorded>,
    number: usize,
}

impl Lead for Window {
    fn claim(&self, claim: Claim, told: Box<dyn Fn(bool)>) {
        let told: Told = Rc::from(told);
        if self.device.is_at_odds.get() {
            return told(true);
        }
        self.device.close(self.number);
        let leader = self.device.leaders.borrow().first().cloned();
        let mine = (self.number, told.clone());
        match (claim, leader) {
            (Claim::IfFree, Some(_)) => told(false),
            (Claim::WhenFree, Some(_)) => self.device.leaders.borrow_mut().push(mine),
            (Claim::Now, Some((_, before))) => {
                *self.device.leaders.borrow_mut().first_mut().unwrap() = mine;
                before(false);
                told(true);
            }
            (_, None) => {
                self.device.leaders.borrow_mut().push(mine);
                told(true);
            }
        }
    }
    fn release(&self) {
        self.device.close(self.number);
    }
    fn works(&self) -> bool {
        !self.device.is_at_odds.get()
    }
}

impl Pocket for Recorded {
    fn play(&self, file: &[u8]) {
        self.tell(if file.starts_with(b"fLaC") { "play" } else { "play nothing" });
    }
    fn seek(&self, to: Millis) {
        self.tell(format!("seek {}", to.0));
    }
    fn pause(&self) {}
    fn stop(&self) {}
    fn position(&self) -> Option<Millis> {
        self.position.get().map(Millis)
    }
    fn on_press(&self, each: Box<dyn Fn(Press)>) {
        self.presses.replace(Some(Rc::from(each)));
    }
    fn show(&self, _: &Card) {}
    fn is_refused(&self) -> bool {
        false
    }
    fn works(&self) -> bool {
        true
    }
}

impl Voice for Recorded {
    fn speakers(&self, told: Box<dyn FnOnce(Vec<Speaker>)>) {
        told(vec![Speaker { name: "Ann".to_owned(), language: "en-GB".to_owned(), is_local: true }]);
    }
    fn say(&self, text: &str, speaker: &str, rate: u8) {
        let how = if (speaker, rate) == ("", 100) { String::new() } else { format!(" ({speaker}, {rate})") };
        self.tell(format!("say {text}{how}"));
    }
    fn hush(&self) {
        self.tell("hush");
    }
    fn works(&self) -> bool {
        !self.is_mute.get()
    }
}

impl Screen for Recorded {
    fn hold(&self) {
        self.tell("hold");
    }
    fn release(&self) {
        self.tell("release");
    }
    fn works(&self) -> bool {
        false
    }
}

impl Disk for Recorded {
    fn works(&self) -> Result<(), DiskTrouble> {
        Ok(())
    }
    fn is_empty(&self) -> bool {
        self.kept.borrow().is_empty()
    }
    fn keys(&self, prefix: &str) -> Vec<String> {
        self.kept.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }
    fn read(&self, key: &str) -> Option<String> {
        self.kept.borrow().get(key).cloned()
    }
    fn write(&self, key: &str, text: &str) -> Result<(), DiskTrouble> {
        if self.is_full.get() || self.room.get().is_some_and(|room| self.size_with(key, text) > room) {
            return Err(DiskTrouble::Full);
        }
        let name = key.split(':').nth(2).unwrap_or(key);
        self.tell(format!("keep {name}"));
        self.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }
    fn remove(&self, key: &str) {
        self.kept.borrow_mut().remove(key);
    }
    fn on_change(&self, _: Box<dyn Fn(Option<String>)>) -> Held {
        Held::nothing()
    }
    fn settle(&self, ask: bool, done: Box<dyn FnOnce(Option<bool>)>) {
        if ask {
            self.tell("settle");
        }
        done(Some(ask));
    }
}
