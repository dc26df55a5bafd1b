//! Which window leads the session.
//!
//! Decides: that only one does, and that the others show it without touching it. A window that begins or takes over a
//! session takes the lead from whoever has it; one that finds a session waits for the lead, and takes the session up when
//! its window is gone. What leads is the stored line: it has every event. Deliberately does not know how windows agree.

use domain::session::{Session, State};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::led::Run;
use super::{Conductor, Stage};
use crate::ports::Claim;

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

    /// Takes up the session that was on when the page was last left, if there was one and no other window leads it.
    pub fn resume(self) {
        if self.store.live().is_none() {
            return;
        }
        self.leader.set(Leader::Asked);
        self.mirror();
        if self.ports.is_fitted() {
            return self.claim(Claim::IfFree);
        }
        spawn_local(async move {
            self.ports.fit_out().await;
            self.claim(Claim::IfFree);
        });
    }

    /// Another window changed the session that is stored.
    pub fn follow_other(self) {
        match (self.leader.get_untracked(), self.stage.get_untracked()) {
            (Leader::Here, Stage::Idle) => self.resume(),
            // Without a lock whoever wrote last leads.
            (Leader::Here, Stage::Underway) if !self.ports.lead().works() => self.yield_lead(),
            (Leader::Here, _) => {}
            (Leader::Asked | Leader::Elsewhere, _) => self.mirror(),
        }
    }

    /// The session that another window leads goes on here, as if it had been here all the time. Called from within a press.
    pub fn take_over(self) {
        self.unlock();
        self.session.update(|session| {
            if let Some(session) = session {
                session.seen(self.ports.clock().now());
                self.store.keep_live(session);
            }
        });
        self.claim(Claim::Now);
    }

    fn claim(self, claim: Claim) {
        self.ports.lead().claim(
            claim,
            Box::new(move |is_ours| {
                let leader = self.leader.try_get_untracked();
                match (is_ours, leader) {
                    (true, Some(Leader::Asked | Leader::Elsewhere)) => self.take_up(),
                    (false, Some(_)) => self.yield_lead(),
                    (true, Some(Leader::Here)) | (_, None) => {}
                }
            }),
        );
    }

    /// The lead is ours: goes on as after a reload.
    fn take_up(self) {
        self.leader.set(Leader::Here);
        let Some(mut session) = self.store.live() else {
            return self.show(None);
        };
        let now = self.ports.clock().now();
        let was_paused = session.face(now).state == State::Paused;
        let gap = session.revive(now);
        self.missed.set(gap.filter(|_| !was_paused));
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
        self.claim(Claim::WhenFree);
    }

    /// Shows what is stored of the session, as it goes on.
    fn mirror(self) {
        self.show(self.store.live());
        self.now.set(self.ports.clock().now());
        let is_on = self.stage.get_untracked() == Stage::Underway;
        let ticker = is_on.then(|| {
            self.ports.clock().ticks(Box::new(move |now| {
                // A window that is closed says nothing more.
                if !self.leads() {
                    self.now.set(now);
                }
            }))
        });
        self.run.update_value(|run| {
            *run = Run {
                ticker: ticker.unwrap_or(Run::none().ticker),
                fitted: run.fitted.take(),
                ..Run::none()
            };
        });
    }

    fn show(self, session: Option<Session>) {
        let stage = if session.is_some() { Stage::Underway } else { Stage::Idle };
        self.session.set(session);
        if self.stage.get_untracked() != stage {
            self.stage.set(stage);
        }
    }
}
