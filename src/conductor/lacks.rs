//! What a session does without on this device.
//!
//! Decides: that it is told once, and that what was switched off is not missed. Deliberately does not know in which words.

use domain::settings::Lack;
use leptos::prelude::*;

use super::Conductor;

impl Conductor {
    /// What is asked for, is not there and was not told yet. It counts as told from now on.
    pub fn lacks(self) -> Vec<Lack> {
        if !self.leads() {
            return Vec::new();
        }
        let lacks: Vec<Lack> = self.store.settings().with_untracked(|chosen| {
            let is_new = |lack: &Lack| !chosen.heard.told.contains(lack);
            let is_missed = |lack: &Lack| match lack {
                Lack::Sound => chosen.sound && !self.ports.sound().works(),
                Lack::Voice => chosen.heard.spoken && !self.ports.voice().works(),
                Lack::Vibration => chosen.vibration && !self.ports.vibration().works(),
                Lack::Screen => !self.ports.screen().works(),
            };
            Lack::ALL.into_iter().filter(is_new).filter(is_missed).collect()
        });
        if !lacks.is_empty() {
            self.store.change_settings(|chosen| chosen.heard.told.extend(&lacks));
        }
        lacks
    }
}
