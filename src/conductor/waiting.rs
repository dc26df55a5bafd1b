//! A start while a session is on.
//!
//! Decides: that it waits until the person has said whether the one that is on may end. That one goes on meanwhile: nothing
//! was decided yet. Deliberately does not know how it is asked.

use domain::body::Fitted;
use domain::routine::Routine;
use domain::session::{Session, State};
use leptos::prelude::*;

use super::{Conductor, Stage};

impl Conductor {
    /// What is begun once the person says that the session that is on may end; nothing where nothing waits for that.
    pub fn waiting(self) -> Option<Routine> {
        self.starts.with_value(|starts| starts.waiting.as_ref().map(|fitted| fitted.routine.clone()))
    }

    /// Ends and keeps what is on, and begins what waits. Called from within a tap or a key press.
    pub fn start_waiting(self) {
        if let Some(fitted) = self.starts.try_update_value(|starts| starts.waiting.take()).flatten() {
            self.begin_fitted(fitted);
        }
    }

    /// The session that is on goes on: nothing waits any more.
    pub fn drop_waiting(self) {
        self.starts.update_value(|starts| starts.waiting = None);
    }

    /// `fitted` waits from now on.
    pub(super) fn wait(self, fitted: Fitted) {
        self.starts.update_value(|starts| starts.waiting = Some(fitted));
    }

    /// Whether somebody would lose a session by another start, here or in another window.
    pub(super) fn is_on(self) -> bool {
        let now = self.ports.clock().now();
        let is_on = |session: &Session| session.face(now).state != State::Finished;
        // Whoever still looks at what is over has not been told what another window began since.
        if matches!(self.stage.get_untracked(), Stage::Over(_))
            && self.store.live().as_ref().is_some_and(is_on)
        {
            self.resume();
        }
        self.stage.get_untracked() == Stage::Underway
            && self.session.with_untracked(|session| session.as_ref().is_some_and(is_on))
    }
}
