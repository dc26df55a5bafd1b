//! Which window leads the session.
//!
//! Decides: that only one does, and that the others show it without touching it. A window that begins or takes over a
//! session takes the lead from whoever has it; one that finds a session waits for the lead, and takes the session up when
//! its window is gone. What leads is the stored line: it has every event. Deliberately does not know how windows agree;
//! where they cannot, whoever wrote last leads.

use domain::session::{Event, Session, State};
use domain::time::Millis;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Conductor, Stage};
use crate::ports::Claim;

/// For how long nobody leads before a window that waits takes the session up. A window that is only loaded again is back
/// by then and leads on; and that a session is over may be told by the storage a little later than by the lock.
pub(super) const GRACE: Millis = Millis::seconds(2);

/// Who leads the session that is shown here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leader {
    /// This window.
    #[default]
    Here,
    /// It was asked who does.
    Asked,
    /// Another one.
    Elsewhere,
}

impl Conductor {
    /// Who leads the session that is shown here.
    pub fn leader(self) -> ReadSignal<Leader> {
        self.leader.read_only()
    }

    pub(super) fn leads(self) -> bool {
        self.leader.get_untracked() == Leader::Here
    }

    /// From now on this window leads, whoever did.
    pub(super) fn lead(self) {
        self.leader.set(Leader::Here);
        self.claim(Claim::Now);
    }

    /// What asks for the lead has arrived after the session was begun.
    pub(super) fn lead_late(self) {
        if self.leads() && self.stage.get_untracked() == Stage::Underway {
            self.claim(Claim::Now);
        }
    }

    /// Takes up the session that was on when the page was last left, if there was one and no other window leads it.
    pub fn resume(self) {
        if self.store.live().is_none() {
            return;
        }
        self.leader.set(Leader::Asked);
        self.mirror();
        self.when_fitted(move || self.claim(Claim::IfFree));
    }

    /// Another window changed the session that is stored.
    pub fn follow_other(self) {
        if !self.leads() {
            return self.mirror();
        }
        self.when_fitted(move || match self.stage.try_get_untracked() {
            Some(Stage::Idle) if self.ports.lead().works() => self.resume(),
            Some(Stage::Idle) if self.store.live().is_none() => {}
            Some(Stage::Idle | Stage::Underway) if !self.ports.lead().works() => self.yield_lead(),
            _ => {}
        });
    }

    /// The session that another window leads goes on here, as if it had been here all the time. Called from within a press.
    pub fn take_over(self) {
        self.unlock();
        self.claim(Claim::Now);
    }

    /// Ends and keeps what is on according to its line: another window leads it, or nobody has taken it up yet.
    pub(super) fn close_other(self) {
        let Some(mut session) = self.stored() else { return };
        let now = self.ports.clock().now();
        if self.leader.get_untracked() == Leader::Elsewhere {
            session.seen(now);
        } else {
            session.revive(now);
        }
        self.show(Some(session));
        if !self.take(now, Event::End) {
            // It was over by itself, and nobody has kept it yet.
            self.follow(now);
        }
    }

    /// At once where what only a session asks for is here, else when it has come.
    pub(super) fn when_fitted(self, then: impl FnOnce() + 'static) {
        if self.ports.is_fitted() {
            return then();
        }
        spawn_local(async move {
            self.ports.fit_out().await;
            then();
        });
    }

    fn claim(self, claim: Claim) {
        self.ports.lead().claim(
            claim,
            Box::new(move |is_ours| {
                let leader = self.leader.try_get_untracked();
                match (is_ours, leader) {
                    (_, None) | (true, Some(Leader::Here)) => {}
                    (true, _) if claim == Claim::WhenFree => self.succeed(),
                    (true, _) => self.take_up(claim == Claim::Now),
                    (false, _) => self.yield_lead(),
                }
            }),
        );
    }

    /// Whoever led is gone, is done, or is only being loaded again.
    fn succeed(self) {
        self.ports.lead().release();
        let claim = move || {
            if self.leader.try_get_untracked() == Some(Leader::Elsewhere) {
                self.claim(Claim::IfFree);
            }
        };
        self.ports.clock().after(GRACE, Box::new(claim)).for_ever();
    }

    /// The lead is ours: goes on as after a reload, or, where the session was taken `over`, as if it had been here.
    fn take_up(self, over: bool) {
        self.leader.set(Leader::Here);
        let Some(mut session) = self.stored() else {
            self.ports.lead().release();
            self.rest();
            return self.show(None);
        };
        let now = self.ports.clock().now();
        let was_paused = session.face(now).state == State::Paused;
        if over {
            session.seen(now);
        } else {
            let gap = session.revive(now);
            self.missed.set(gap.filter(|_| !was_paused));
        }
        self.now.set(now);
        self.show(Some(session));
        self.follow(now);
    }

    /// Another window leads: what runs here stands, and only shows.
    fn yield_lead(self) {
        self.leader.set(Leader::Elsewhere);
        self.missed.set(None);
        self.rest();
        self.ports.sound().silence();
        self.ports.pocket().stop();
        self.mirror();
        if self.ports.lead().works() {
            self.claim(Claim::WhenFree);
        }
    }

    /// Shows what is stored of the session, as it goes on.
    pub(super) fn mirror(self) {
        let mut session = self.stored();
        let now = self.ports.clock().now();
        if self.leader.get_untracked() == Leader::Asked
            && let Some(session) = &mut session
        {
            // As it will be here, if nobody leads it.
            session.revive(now);
        }
        self.show(session);
        self.now.set(now);
        self.forget();
        if self.stage.get_untracked() == Stage::Underway {
            let ticker = self.ports.clock().ticks(Box::new(move |now| {
                // A window that is closed says nothing more.
                if !self.leads() {
                    self.now.set(now);
                }
            }));
            self.run.update_value(|run| run.ticker = ticker);
        }
    }

    /// What is stored of the session.
    fn stored(self) -> Option<Session> {
        let session = self.store.live();
        // The device slept, and the window that leads was told of it first.
        if session.as_ref().is_some_and(|session| session.is_ahead_of(self.ports.clock().now())) {
            self.ports.clock().catch_up();
        }
        session
    }

    fn show(self, session: Option<Session>) {
        let stage = if session.is_some() { Stage::Underway } else { Stage::Idle };
        self.session.set(session);
        if self.stage.get_untracked() != stage {
            self.stage.set(stage);
        }
    }
}
