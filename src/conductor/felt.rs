//! How each cue feels.
//!
//! Decides: that every cue is told from the others without looking, and that the tempo is not felt.

use domain::session::CueKind;

/// How a cue feels, in milliseconds of shaking and of pauses in turn.
pub(super) const fn pattern(cue: CueKind) -> &'static [u32] {
    match cue {
        CueKind::CountDown => &[40],
        CueKind::Go => &[250],
        CueKind::Rest => &[120, 80, 120],
        CueKind::Change => &[80, 60, 80, 60, 80],
        CueKind::Ready => &[120],
        CueKind::Half => &[60],
        CueKind::Rep => &[],
        CueKind::Finish => &[200, 100, 200, 100, 400],
    }
}
