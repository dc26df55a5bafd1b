//! What many latenesses come to.
//!
//! Decides: how percentiles are taken, and which lateness is the middle of a part.

/// Latenesses in milliseconds, sorted; early is less than zero.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread(Vec<f64>);

impl Spread {
    /// Of these.
    pub(super) fn of(figures: impl IntoIterator<Item = f64>) -> Self {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_by(f64::total_cmp);
        Self(figures)
    }

    /// How far each is from the middle of all.
    pub(super) fn around_middle(&self) -> Self {
        let middle = self.at(0.5);
        Self::of(self.0.iter().map(|figure| (figure - middle).abs()))
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The figure that `part` of all do not exceed; no number where there is none.
    pub(super) fn at(&self, part: f64) -> f64 {
        let place = (part * self.0.len() as f64).ceil() as usize;
        self.0.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    }

    /// The greatest.
    pub(super) fn most(&self) -> f64 {
        self.at(1.0)
    }
}

/// By how much later the last half minute is than the first, each by its middle: `figures` are moments and latenesses in
/// milliseconds. No number where there is less than a minute.
pub(super) fn drift(figures: &[(f64, f64)]) -> f64 {
    const PART: f64 = 30_000.0;
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else { return f64::NAN };
    if last.0 - first.0 < 2.0 * PART {
        return f64::NAN;
    }
    let middle = |wanted: &dyn Fn(f64) -> bool| {
        Spread::of(figures.iter().filter(|figure| wanted(figure.0)).map(|figure| figure.1)).at(0.5)
    };
    middle(&|at| at >= last.0 - PART) - middle(&|at| at <= first.0 + PART)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(found: f64, wanted: f64) -> bool {
        (found - wanted).abs() < 1e-9
    }

    #[test]
    fn percentiles_are_figures_that_were_measured() {
        let spread = Spread::of((1..=100).rev().map(f64::from));
        assert!(is(spread.at(0.5), 50.0) && is(spread.at(0.99), 99.0) && is(spread.most(), 100.0));
        assert!(is(Spread::of([1.0, 2.0, 9.0]).around_middle().most(), 7.0));
        assert!(Spread::default().most().is_nan());
    }

    #[test]
    fn a_clock_that_loses_a_millisecond_a_minute_drifts() {
        let figures: Vec<_> =
            (0..=480).map(|second| (f64::from(second) * 1000.0, f64::from(second) / 60.0)).collect();
        assert!(is(drift(&figures), 7.5));
        assert!(drift(&figures[..50]).is_nan());
    }
}
