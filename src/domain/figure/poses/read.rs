//! Reading poses as they are written in the files beside this one.
//!
//! Decides: the grammar, and what is said about a line that makes no sense: that line is passed over, and all others hold.
//! A line is one of these; what is indented how does not matter, `#` begins a remark:
//!
//! ```text
//! shared NAME [like POSE]
//! exercise SLUG, ORDER, seen from YAW PITCH [, PROP …]
//! pose NAME like POSE
//! mistake NUMBER of NAME at PLACE
//! FIELD VALUES [, FIELD VALUES …]
//! ```
//!
//! The last kind changes the pose that was begun before it. A POSE is a pose of the same exercise, a shared one, or
//! `exercise/pose`. Values of a pair are written once for both sides, or as `left / right`.

use core::fmt;

use super::{Hold, Key, Mistake, Motion, Order, Poses, Trunk};
use crate::catalogue::ExerciseId;
use crate::figure::camera::Camera;
use crate::figure::props::{self, Prop};
use crate::figure::skeleton::place;

/// A line of a file of poses that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which file, counted from 0.
    pub file: usize,
    /// Which line of it, counted from 1.
    pub line: usize,
    /// The part that was found.
    pub found: String,
    /// What should stand there.
    pub expected: &'static str,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, found, expected } = self;
        write!(f, "file {file}, line {line}: found `{found}`, expected {expected}")
    }
}

/// What is wrong with a part of a line.
struct Wrong {
    found: String,
    expected: &'static str,
}

type Read<T> = Result<T, Wrong>;

fn wrong<T>(found: &str, expected: &'static str) -> Read<T> {
    Err(Wrong { found: found.to_owned(), expected })
}

/// Reads files of poses, and says which lines make no sense.
pub fn read(files: &[&str]) -> (Poses, Vec<Problem>) {
    let mut reader = Reader::default();
    let mut problems = Vec::new();
    for (file, text) in files.iter().enumerate() {
        for (line, written) in (1..).zip(text.lines()) {
            let written = written.split('#').next().unwrap_or_default().trim();
            if written.is_empty() {
                continue;
            }
            if let Err(Wrong { found, expected }) = reader.line(written) {
                problems.push(Problem { file, line, found, expected });
            }
            if reader.begun.len() + 1 < reader.motions.len() {
                reader.begun.push((file, line));
            }
        }
    }
    // A motion that lacks poses cannot be drawn: its exercise stands.
    for ((of, motion), &(file, line)) in reader.motions.iter().skip(1).zip(&reader.begun) {
        if motion.keys.len() < motion.order.keys() {
            let found = of.map(ExerciseId::slug).unwrap_or_default().to_owned();
            problems.push(Problem { file, line, found, expected: "as many poses as its order goes through" });
        }
    }
    reader.motions.retain(|(_, motion)| motion.keys.len() >= motion.order.keys());
    (Poses { motions: reader.motions }, problems)
}

/// Which pose the fields that follow belong to.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    Shared,
    Pose,
    Mistake,
}

struct Reader {
    shared: Vec<(String, Key)>,
    /// The first is nobody's.
    motions: Vec<(Option<ExerciseId>, Motion)>,
    /// In which file and line each of the others began.
    begun: Vec<(usize, usize)>,
    open: Open,
}

impl Default for Reader {
    fn default() -> Self {
        let view = Camera { yaw: -38.0, pitch: 12.0 };
        let mut standing = empty(Order::Still, view, Vec::new());
        standing.names.push("stand".to_owned());
        standing.keys.push(Key::UPRIGHT);
        Self { shared: Vec::new(), motions: vec![(None, standing)], begun: Vec::new(), open: Open::Nothing }
    }
}

fn empty(order: Order, view: Camera, props: Vec<Prop>) -> Motion {
    Motion { order, view, props, names: Vec::new(), keys: Vec::new(), mistakes: Vec::new() }
}

impl Reader {
    fn line(&mut self, line: &str) -> Read<()> {
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        match first {
            "shared" => self.shared(rest),
            "exercise" => self.exercise(rest),
            "pose" => self.pose(rest),
            "mistake" => self.mistake(rest),
            _ => self.fields(line),
        }
    }

    fn shared(&mut self, rest: &str) -> Read<()> {
        self.open = Open::Nothing;
        let (name, key) = match rest.split_once(" like ") {
            Some((name, like)) => (name, self.find(like)?),
            None => (rest, Key::UPRIGHT),
        };
        self.shared.push((name.to_owned(), key));
        self.open = Open::Shared;
        Ok(())
    }

    fn exercise(&mut self, rest: &str) -> Read<()> {
        self.open = Open::Nothing;
        let mut parts = rest.split(", ");
        let slug = parts.next().unwrap_or_default();
        let Some(exercise) = ExerciseId::from_slug(slug) else { return wrong(slug, "an exercise") };
        let order = order(parts.next().unwrap_or_default())?;
        let view = view(parts.next().unwrap_or_default())?;
        let mut props = Vec::new();
        for part in parts {
            match props::named(part) {
                Some(prop) => props.push(prop),
                None => return wrong(part, "a thing, as `dumbbells` or `wall left`"),
            }
        }
        self.motions.push((Some(exercise), empty(order, view, props)));
        Ok(())
    }

    fn pose(&mut self, rest: &str) -> Read<()> {
        self.open = Open::Nothing;
        let Some((name, like)) = rest.split_once(" like ") else {
            return wrong(rest, "`pose NAME like POSE`");
        };
        let key = self.find(like)?;
        let motion = self.motion(rest)?;
        motion.names.push(name.to_owned());
        motion.keys.push(key);
        self.open = Open::Pose;
        Ok(())
    }

    fn mistake(&mut self, rest: &str) -> Read<()> {
        const SHAPE: &str = "`mistake NUMBER of NAME at PLACE`";
        self.open = Open::Nothing;
        let words: Vec<&str> = rest.split_whitespace().collect();
        let [number, "of", name, "at", spot] = words[..] else { return wrong(rest, SHAPE) };
        let Ok(number) = number.parse() else { return wrong(number, "a number") };
        let Some(mark) = place::named(spot) else { return wrong(spot, "a part of the body") };
        let motion = self.motion(rest)?;
        let Some(of) = motion.names.iter().position(|known| known == name) else {
            return wrong(name, "a pose of this exercise");
        };
        motion.mistakes.push(Mistake { number, of, key: motion.keys[of], mark });
        self.open = Open::Mistake;
        Ok(())
    }

    /// The exercise that was begun last.
    fn motion(&mut self, found: &str) -> Read<&mut Motion> {
        match self.motions.last_mut() {
            Some((Some(_), motion)) => Ok(motion),
            _ => wrong(found, "an exercise before its poses"),
        }
    }

    fn find(&self, like: &str) -> Read<Key> {
        let named = |motion: &Motion, name: &str| {
            motion.names.iter().position(|known| known == name).and_then(|at| motion.keys.get(at).copied())
        };
        let own = || self.motions.last().and_then(|(_, motion)| named(motion, like));
        let shared = || self.shared.iter().find(|(name, _)| name == like).map(|(_, key)| *key);
        let other = || {
            let (slug, name) = like.split_once('/')?;
            let exercise = ExerciseId::from_slug(slug)?;
            let (_, motion) = self.motions.iter().find(|(of, _)| *of == Some(exercise))?;
            named(motion, name)
        };
        match own().or_else(shared).or_else(other) {
            Some(key) => Ok(key),
            None => wrong(like, "a pose that was read before"),
        }
    }

    fn fields(&mut self, line: &str) -> Read<()> {
        let last = self.motions.last_mut();
        let key = match self.open {
            Open::Nothing => None,
            Open::Shared => self.shared.last_mut().map(|(_, key)| key),
            Open::Pose => last.and_then(|(_, motion)| motion.keys.last_mut()),
            Open::Mistake => {
                last.and_then(|(_, motion)| motion.mistakes.last_mut()).map(|mistake| &mut mistake.key)
            }
        };
        let Some(key) = key else { return wrong(line, "a pose before its fields") };
        line.split(',').try_for_each(|part| field(key, part.trim()))
    }
}

fn order(text: &str) -> Read<Order> {
    Ok(match text {
        "there and back" => Order::There,
        "each side in turn" => Order::Sides,
        "from side to side" => Order::Swap,
        "back and forth" => Order::Wave,
        "over all" => Order::Sweep,
        "still" => Order::Still,
        _ => match text.strip_prefix("held after ").and_then(|seconds| seconds.parse().ok()) {
            Some(seconds) => Order::Hold(seconds),
            None => return wrong(text, "in which order the poses come, as `there and back`"),
        },
    })
}

fn view(text: &str) -> Read<Camera> {
    let numbers = text.strip_prefix("seen from ").and_then(|rest| rest.split_once(' '));
    let whole = |text: &str| text.parse::<i16>().ok().map(f32::from);
    let angles = numbers.and_then(|(yaw, pitch)| Some((whole(yaw)?, whole(pitch)?)));
    match angles {
        Some((yaw, pitch)) if (-180.0..180.0).contains(&yaw) && (4.0..=80.0).contains(&pitch) => {
            Ok(Camera { yaw, pitch })
        }
        _ => wrong(text, "`seen from YAW PITCH`, -180 to 179 and 4 to 80 degrees"),
    }
}

fn field(key: &mut Key, part: &str) -> Read<()> {
    let (name, value) = part.split_once(' ').unwrap_or((part, ""));
    match name {
        "pelvis" => key.pelvis = turn(value)?,
        "lumbar" => key.lumbar = turn(value)?,
        "thorax" => key.thorax = turn(value)?,
        "neck" => key.neck = turn(value)?,
        "hip" => key.hip = pair(value, turn)?,
        "knee" => key.knee = pair(value, angle)?,
        "ankle" => key.ankle = pair(value, angle)?,
        "shoulder" => key.shoulder = pair(value, turn)?,
        "elbow" => key.elbow = pair(value, angle)?,
        "shrug" => key.shrug = pair(value, angle)?,
        "height" => key.height = angle(value)?,
        "on" => key.trunk = trunk(value)?,
        "arms" => key.arms = pair(value, hold)?,
        "legs" => key.legs = pair(value, hold)?,
        "head" => key.head = either(value, "rests", "free")?,
        "fit" => key.fit = either(value, "yes", "no")?,
        _ => return wrong(part, "a joint or what bears weight, as `knee 90` or `legs flat`"),
    }
    Ok(())
}

/// One value for both sides, or `left / right`.
fn pair<T: Copy>(text: &str, one: fn(&str) -> Read<T>) -> Read<[T; 2]> {
    match text.split_once('/') {
        Some((left, right)) => Ok([one(left.trim())?, one(right.trim())?]),
        None => one(text).map(super::both),
    }
}

/// Up to three angles; what is not said is 0.
fn turn(text: &str) -> Read<[i16; 3]> {
    let mut angles = [0; 3];
    let mut words = text.split_whitespace();
    for (at, slot) in angles.iter_mut().enumerate() {
        match words.next() {
            Some(word) => *slot = angle(word)?,
            None if at == 0 => return wrong(text, "one to three angles"),
            None => {}
        }
    }
    if words.next().is_some() { wrong(text, "one to three angles") } else { Ok(angles) }
}

fn angle(text: &str) -> Read<i16> {
    match text.parse() {
        Ok(angle @ -999..=999) => Ok(angle),
        _ => wrong(text, "a whole number from -999 to 999"),
    }
}

fn either(text: &str, yes: &str, no: &str) -> Read<bool> {
    match text {
        _ if text == yes => Ok(true),
        _ if text == no => Ok(false),
        _ => wrong(text, "`rests` or `free` for a head, `yes` or `no` for a fit"),
    }
}

fn trunk(text: &str) -> Read<Trunk> {
    Ok(match text {
        "floor" => Trunk::Floor,
        "hips" => Trunk::Hips,
        "shoulders" => Trunk::Shoulders,
        "bench" => Trunk::Bench,
        "knees" => Trunk::Knees,
        "elbows" => Trunk::Elbows,
        "feet" => Trunk::Feet,
        _ => return wrong(text, "`floor`, `hips`, `shoulders`, `bench`, `knees`, `elbows` or `feet`"),
    })
}

fn hold(text: &str) -> Read<Hold> {
    Ok(match text {
        "free" => Hold::Free,
        "lie" => Hold::Lie,
        "flat" => Hold::Flat,
        "toes" => Hold::Toes,
        "heel" => Hold::Heel,
        "edge" => Hold::Edge,
        "kneel" => Hold::Kneel,
        "ear" => Hold::Ear,
        "across" => Hold::Across,
        "hip" => Hold::Hip,
        "clasped" => Hold::Clasped,
        "chest" => Hold::Chest,
        "pressed" => Hold::Pressed,
        "together" => Hold::Together,
        "grip" => Hold::Grip,
        "small" => Hold::Small,
        _ => return wrong(text, "what a limb does, as `free`, `flat` or `kneel`"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said about the only line that makes no sense.
    fn complaint(text: &str) -> String {
        let (_, problems) = read(&["shared prone\npelvis 90", text]);
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems[0].to_string()
    }

    #[test]
    fn a_line_that_makes_no_sense_is_named_with_what_should_stand_there() {
        let plank = "exercise plank, still, seen from 0 20\npose hold like prone\n";
        let after = |line: &str| complaint(&[plank, line].concat());
        assert_eq!(
            after("knee ninety"),
            "file 1, line 3: found `ninety`, expected a whole number from -999 to 999"
        );
        assert_eq!(after("hip 1 2 3 4"), "file 1, line 3: found `1 2 3 4`, expected one to three angles");
        assert_eq!(
            after("ear 5"),
            "file 1, line 3: found `ear 5`, expected a joint or what bears weight, as `knee 90` or `legs flat`"
        );
        assert_eq!(
            after("pose low like nothing"),
            "file 1, line 3: found `nothing`, expected a pose that was read before"
        );
        assert_eq!(complaint("exercise hop"), "file 1, line 1: found `hop`, expected an exercise");
        assert_eq!(
            complaint("exercise plank, there and back, seen from 0 20\npose hold like prone"),
            "file 1, line 1: found `plank`, expected as many poses as its order goes through"
        );
    }

    #[test]
    fn what_makes_sense_around_a_bad_line_holds() {
        let text = "exercise plank, still, seen from 0 20\npose hold like stand\nknee x\nelbow 1 / 2 # bent";
        let (poses, _) = read(&["shared stand", text]);
        let motion = poses.motion(ExerciseId::from_slug("plank"));
        assert_eq!((motion.keys[0].elbow, motion.keys[0].knee), ([1, 2], [2, 2]));
    }
}
