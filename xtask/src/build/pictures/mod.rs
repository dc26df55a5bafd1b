//! What a shared link shows: the figure of the page and how its work is shared, on the warm ground, without a word.
//!
//! Decides: the layout of that picture, and whose figure stands for a page. The figure is drawn by the rules
//! (`domain::figure`), as in the app; its colours are those of `style/tokens.css` by day. On every core at once.

pub mod icons;
pub mod sketch;

use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::balance::{Dial, Work};
use domain::catalogue::{ExerciseId, Side, id};
use domain::figure::{Beat, Painter, Person};
use domain::routine::{Preset, Routine, Step};
use tiny_skia::{Color, Pixmap, Transform};

use crate::build::page::{PICTURE, Page};
use crate::failure::{Doing, Failure, Outcome};

/// The room of the figure: left, top, width, height.
const FIGURE: [f32; 4] = [70.0, 60.0, 690.0, 510.0];
/// The middle of the dial and its radius.
const DIAL: [f32; 3] = [960.0, 315.0, 170.0];

/// What a page's picture shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Subject {
    /// The product: the move it is about.
    Site,
    /// One exercise.
    Exercise(ExerciseId),
    /// A built-in routine, by its slug.
    Routine(&'static str),
}

impl Subject {
    /// What the picture of `page` shows.
    pub fn of(page: &Page) -> Self {
        let (folder, slug) = page.path.split_once('/').unwrap_or_default();
        let found = match folder {
            "exercises" => ExerciseId::from_slug(slug).map(Self::Exercise),
            "routines" => Preset::find(slug).map(|preset| Self::Routine(preset.slug)),
            _ => None,
        };
        found.unwrap_or(Self::Site)
    }

    /// The name of its file.
    pub fn name(self) -> String {
        match self {
            Self::Site => "shared.png".to_owned(),
            Self::Exercise(id) => format!("shared-{}.png", id.slug()),
            Self::Routine(slug) => format!("shared-{slug}.png"),
        }
    }

    /// Whose figure, and how the work is shared.
    fn shown(self) -> (ExerciseId, Option<Dial>) {
        let one = |id: ExerciseId| Work::of_set(id, 60.0, id.get().intensity, None).dial();
        match self {
            Self::Site => {
                (id::BIRD_DOG, Preset::find("eight-minute").and_then(|preset| dial(&preset.routine())))
            }
            Self::Exercise(id) => (id, one(id)),
            Self::Routine(slug) => {
                let routine = Preset::find(slug).map(Preset::routine).unwrap_or_default();
                (face(&routine), dial(&routine))
            }
        }
    }
}

fn dial(routine: &Routine) -> Option<Dial> {
    Work::of_routine(routine).dial()
}

/// The move that stands for a routine: the one that works the back most.
fn face(routine: &Routine) -> ExerciseId {
    let back = |id: &ExerciseId| (id.get().compass.back * f64::from(id.get().intensity) * 1000.0) as u32;
    routine.steps().filter_map(Step::exercise).max_by_key(back).unwrap_or(id::BIRD_DOG)
}

/// The picture of each subject, as a PNG file.
pub fn draw_all(subjects: Vec<Subject>) -> Outcome<BTreeMap<Subject, Vec<u8>>> {
    let waiting = Mutex::new(subjects.into_iter());
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let next = || waiting.lock().ok().and_then(|mut subjects| subjects.next());
    let some = || {
        let mut drawn = Vec::new();
        while let Some(subject) = next() {
            drawn.push((subject, png(subject)?));
        }
        Ok(drawn)
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(some)).collect();
        let stopped = || Failure::new("drawing stopped unexpectedly");
        let parts = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| Err(stopped())));
        Ok(parts.collect::<Outcome<Vec<_>>>()?.into_iter().flatten().collect())
    })
}

fn png(subject: Subject) -> Outcome<Vec<u8>> {
    let mut picture =
        Pixmap::new(PICTURE.0, PICTURE.1).ok_or_else(|| Failure::new("a picture has no size"))?;
    picture.fill(Color::from_rgba8(0xef, 0xe6, 0xd6, 255));
    let (exercise, dial) = subject.shown();
    let mut painter = Painter::new(exercise, Person::default());
    let camera = painter.best();
    let place = within(&painter.frame(camera).into(), FIGURE);
    sketch::draw(painter.draw(Side::Left, Beat::Top, camera), place, &mut picture);
    if let Some(dial) = dial {
        let [x, y, radius] = DIAL;
        icons::draw_dial(&dial, Transform::from_scale(radius, radius).post_translate(x, y), &mut picture);
    }
    picture.encode_png().doing(|| "write a picture".to_owned())
}

/// What brings the room `from`, in units, into the middle of the room `to`, in pixels.
fn within(from: &Room, to: [f32; 4]) -> Transform {
    let [left, top, width, height] = to;
    let scale = (width / from.width).min(height / from.height);
    let (x, y) = (left + (width - from.width * scale) / 2.0, top + (height - from.height * scale) / 2.0);
    Transform::from_scale(scale, scale).post_translate(x - from.left * scale, y - from.top * scale)
}

/// The room of a figure, in units.
struct Room {
    left: f32,
    top: f32,
    width: f32,
    height: f32,
}

impl From<domain::figure::Frame> for Room {
    fn from(frame: domain::figure::Frame) -> Self {
        let units = |tenths: i32| tenths as f32 / 10.0;
        let (width, height) = (units(frame.width), units(frame.height));
        Self { left: units(frame.left), top: units(frame.top), width, height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str) -> Page {
        Page { path: path.into(), title: String::new(), about: String::new() }
    }

    #[test]
    fn an_exercise_and_a_routine_show_their_own_picture_and_the_rest_the_products() {
        assert_eq!(Subject::of(&page("exercises/plank")).name(), "shared-plank.png");
        assert_eq!(Subject::of(&page("routines/the-five")).name(), "shared-the-five.png");
        for path in ["", "exercises", "routines/mine", "help"] {
            assert_eq!(Subject::of(&page(path)), Subject::Site, "{path}");
        }
    }

    #[test]
    fn a_picture_has_its_size_its_ground_and_a_figure() {
        let drawn = draw_all(vec![Subject::Site]).unwrap();
        let picture = Pixmap::decode_png(&drawn[&Subject::Site]).unwrap();
        assert_eq!((picture.width(), picture.height()), PICTURE);
        let ground = picture.pixel(2, 2).unwrap();
        let in_figure = (100..700).filter(|x| picture.pixel(*x, 315) != Some(ground)).count();
        assert!(in_figure > 50, "{in_figure}");
    }
}
