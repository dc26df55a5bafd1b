//! The figure seen from outside: the pictures themselves, as text.
//!
//! Every key pose of the posed exercises is kept in `figures/`; a change of the drawing shows as a change of these
//! files. `UPDATE_FIGURES=1 cargo test -p domain --test figures` writes them anew: look at them before they are committed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

use std::fmt::Write as _;
use std::path::PathBuf;

use domain::catalogue::{ExerciseId, Side};
use domain::figure::{
    Beat, Drawing, Frame, POSE_FILES, Paint, Painter, Person, Poses, Shape, phase_at, read,
};
use domain::time::Millis;

fn painter(exercise: ExerciseId) -> Painter {
    Painter::new(exercise, Person::default())
}

fn svg(drawing: &Drawing, frame: &Frame) -> String {
    let mut out = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\">\n", frame.view_box());
    for shape in drawing.shapes() {
        // A contour has the outline of its part, which is here already; so has its shadow.
        if matches!(shape.paint, Paint::Line | Paint::Shadow) {
            continue;
        }
        let (red, green, blue) = colour(shape.paint);
        // What points to a mistake is a line.
        if matches!(shape.paint, Paint::Mark | Paint::MarkGood) {
            let colour = if shape.paint == Paint::Mark { "c8103a" } else { "14c8a4" };
            let d = drawing.outline(shape);
            writeln!(out, "<path fill=\"none\" stroke=\"#{colour}\" stroke-width=\"4\" d=\"{d}\"/>").unwrap();
            continue;
        }
        let shade = |part: u32| (part * u32::from(shape.shade) / 100).min(255);
        writeln!(
            out,
            "<path fill=\"#{:02x}{:02x}{:02x}\" fill-opacity=\"{}%\" d=\"{}\"/>",
            shade(red),
            shade(green),
            shade(blue),
            shape.strength,
            drawing.outline(shape)
        )
        .unwrap();
    }
    out.push_str("</svg>\n");
    out
}

fn colour(paint: Paint) -> (u32, u32, u32) {
    match paint {
        Paint::Skin => (224, 164, 124),
        Paint::Top => (35, 122, 128),
        Paint::Shorts => (38, 52, 84),
        Paint::Shoes => (243, 241, 236),
        Paint::Hair => (66, 44, 40),
        Paint::Mat => (211, 222, 215),
        Paint::Prop => (150, 140, 128),
        Paint::Shadow | Paint::Line => (32, 48, 64),
        _ => (242, 86, 58),
    }
}

/// The numbers of a path, in tenths, as points: what an outline touches. Radii and flags of arcs are left out.
fn points(path: &str) -> Vec<(i32, i32)> {
    let mut points = Vec::new();
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let body = &rest[1..];
        let end = body.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(body.len());
        let numbers: Vec<i32> = body[..end]
            .split_whitespace()
            .map(|n| (n.parse::<f64>().unwrap() * 10.0).round() as i32)
            .collect();
        match (command, numbers.as_slice()) {
            ('M' | 'L', &[x, y]) | ('A', &[_, _, _, _, _, x, y]) => points.push((x, y)),
            ('Z', []) => {}
            odd => panic!("not a path: {odd:?}"),
        }
        rest = &body[end..];
    }
    points
}

fn moments(exercise: ExerciseId) -> impl Iterator<Item = Beat> {
    let rep = exercise.get().seconds_per_rep().max(2);
    (0..24).map(move |step| Beat::At(Millis(u64::from(2 * rep + 3) * 1000 * step / 24)))
}

#[test]
fn every_exercise_has_poses_of_its_own_and_every_line_of_them_makes_sense() {
    let files = POSE_FILES.map(|name| {
        let file = format!("{}/figure/poses/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(file).unwrap()
    });
    let (poses, problems) = read(&files.each_ref().map(String::as_str));
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(poses, *Poses::built_in());
    for exercise in ExerciseId::all() {
        assert!(poses.has(exercise), "{exercise:?}");
    }
}

#[test]
fn key_poses_look_as_they_did() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/figures"));
    let update = std::env::var_os("UPDATE_FIGURES").is_some();
    let mut changed = Vec::new();
    for exercise in ExerciseId::all() {
        let slug = exercise.slug();
        let mut painter = painter(exercise);
        let camera = painter.best();
        let frame = painter.frame(camera);
        let ends = [("start".to_owned(), Beat::Start, frame), ("top".to_owned(), Beat::Top, frame)];
        let mistakes = painter.mistakes().collect::<Vec<_>>().into_iter().map(|number| {
            (format!("mistake-{number}"), Beat::Wrong(number), painter.frame_of(number, camera))
        });
        let pictures: Vec<_> = ends.into_iter().chain(mistakes).collect();
        for (name, beat, frame) in pictures {
            let drawn = svg(painter.draw(Side::Left, beat, camera), &frame);
            let file = folder.join(format!("{slug}-{name}.svg"));
            if update {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&file, drawn).unwrap();
            } else if std::fs::read_to_string(&file).unwrap_or_default() != drawn {
                changed.push(format!("{slug}-{name}"));
            }
        }
    }
    assert!(changed.is_empty(), "look at these, then UPDATE_FIGURES=1: {}", changed.join(", "));
}

#[test]
fn what_goes_wrong_has_words_of_the_same_number_and_one_picture() {
    let words = concat!(env!("CARGO_MANIFEST_DIR"), "/../../words/en.moves.txt");
    let words = std::fs::read_to_string(words).unwrap();
    for exercise in ExerciseId::all() {
        let mut seen = Vec::new();
        for number in painter(exercise).mistakes() {
            let key = format!("{}.mistake.{number} = ", exercise.slug());
            assert!(words.lines().any(|line| line.starts_with(&key)), "{key}");
            assert!(!seen.contains(&number), "{key}");
            seen.push(number);
        }
    }
}

#[test]
fn the_frame_of_a_mistake_holds_both_forms() {
    for exercise in ExerciseId::all() {
        let mut painter = painter(exercise);
        let camera = painter.best();
        for number in painter.mistakes().collect::<Vec<_>>() {
            let frame = painter.frame_of(number, camera);
            for (beat, lines) in [(Beat::Right(number), 1), (Beat::Wrong(number), 3)] {
                let drawing = painter.draw(Side::Left, beat, camera);
                let marks = |shape: &&Shape| matches!(shape.paint, Paint::Mark | Paint::MarkGood);
                assert_eq!(drawing.shapes().iter().filter(marks).count(), lines, "{exercise:?} {beat:?}");
                for (x, y) in drawing.shapes().iter().flat_map(|shape| points(drawing.outline(shape))) {
                    let across = x >= frame.left && x <= frame.left + frame.width;
                    let inside = across && y >= frame.top && y <= frame.top + frame.height;
                    assert!(inside, "{exercise:?} {beat:?}: {x} {y} is outside {frame:?}");
                }
            }
        }
    }
}

#[test]
fn a_figure_has_the_same_number_of_shapes_in_every_frame() {
    for exercise in ExerciseId::all() {
        let mut painter = painter(exercise);
        let camera = painter.best();
        let count = painter.draw(Side::Left, Beat::Start, camera).shapes().len();
        for (step, beat) in moments(exercise).enumerate() {
            let side = if step % 2 == 0 { Side::Left } else { Side::Right };
            let turned = camera.turned(step as f32 * 15.0, 0.0);
            assert_eq!(painter.draw(side, beat, turned).shapes().len(), count, "{exercise:?} {beat:?}");
        }
    }
}

#[test]
fn the_frame_holds_the_whole_motion() {
    for exercise in ExerciseId::all() {
        let mut painter = painter(exercise);
        for turn in [0.0, 70.0, 160.0] {
            let camera = painter.best().turned(turn, turn / 10.0);
            let frame = painter.frame(camera);
            for beat in moments(exercise) {
                let drawing = painter.draw(Side::Right, beat, camera);
                for shape in drawing.shapes() {
                    for (x, y) in points(drawing.outline(shape)) {
                        let inside = x >= frame.left
                            && y >= frame.top
                            && x <= frame.left + frame.width
                            && y <= frame.top + frame.height;
                        assert!(inside, "{exercise:?} {beat:?} {turn}: {x} {y} is outside {frame:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_repetition_ends_where_it_began() {
    for exercise in ExerciseId::all() {
        let rep = u64::from(exercise.get().seconds_per_rep());
        if rep == 0 {
            continue;
        }
        let mut painter = painter(exercise);
        let camera = painter.best();
        let mut at = |millis| painter.draw(Side::Left, Beat::At(Millis(millis)), camera).clone();
        assert!(at(0) == at(2 * rep * 1000), "{exercise:?}");
    }
}

#[test]
fn the_right_side_is_the_mirror_image_of_the_left() {
    for exercise in ExerciseId::all() {
        let mut painter = painter(exercise);
        let camera = painter.best();
        for beat in [Beat::Start, Beat::Top] {
            let left = painter.draw(Side::Left, beat, camera).clone();
            let right = painter.draw(Side::Right, beat, camera);
            // An outline starts where it is furthest right, so that one point has no counterpart.
            let (mut all, mut met) = (0, 0);
            for (one, other) in left.shapes().iter().zip(right.shapes()) {
                assert_eq!((one.paint, one.shade), (other.paint, other.shade), "{exercise:?} {beat:?}");
                let there = points(right.outline(other));
                for (x, y) in points(left.outline(one)) {
                    all += 1;
                    met += usize::from(there.iter().any(|p| (p.0 + x).abs() <= 2 && (p.1 - y).abs() <= 2));
                }
            }
            assert!(met * 10 > all * 7, "{exercise:?} {beat:?}: {met} of {all}");
        }
    }
}

#[test]
fn a_moment_falls_in_a_phase_of_the_exercise() {
    let superman = ExerciseId::from_slug("superman").unwrap();
    let at = |millis| phase_at(superman, Millis(millis));
    assert_eq!([at(0), at(1999), at(2000), at(3000), at(5000)], [0, 0, 1, 2, 0]);
}
