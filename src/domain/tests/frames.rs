//! What a picture costs: after the first one, none asks for memory.

use allocation_counter::measure;
use domain::catalogue::{ExerciseId, Side};
use domain::figure::{Beat, Painter, Person};
use domain::time::Millis;

#[test]
fn a_picture_after_the_first_asks_for_no_memory() {
    let mut asking = Vec::new();
    for exercise in ExerciseId::all() {
        let mut painter = Painter::new(exercise, Person::for_move(exercise));
        let camera = painter.best();
        let whole = u64::from(exercise.get().seconds_per_rep().max(2)) * 2000;
        painter.draw(Side::Left, Beat::Start, camera);
        let asked = measure(|| {
            for frame in 0..120_u8 {
                let turned = camera.turned(f32::from(frame), f32::from(frame) / 4.0);
                painter.draw(Side::Left, Beat::At(Millis(whole * u64::from(frame) / 120)), turned);
            }
        });
        if asked.count_total > 0 {
            asking.push((exercise, asked.count_total));
        }
    }
    assert!(asking.is_empty(), "{asking:?}");
}
