//! Every pose on one page: what whoever writes poses looks at.
//!
//! Decides: what the page shows. The poses are read from the files as they are now, not from those that were compiled in, so
//! that `cargo xtask dev` shows a change when its file is saved. Lines that make no sense stand at the top.

mod markup;

use std::fmt::Write as _;
use std::fs;

use domain::catalogue::{ExerciseId, Side};
use domain::figure::{
    Beat, Build, Camera, Drawing, Frame, Hair, POSE_FILES, Painter, Person, Poses, Problem, Wear, read,
};
use domain::time::Millis;

use crate::failure::{Doing, Failure, Outcome};
use crate::place;

/// Where the poses are.
const FOLDER: &str = "src/domain/figure/poses";
/// How many moments of a motion stand beside each other.
const MOMENTS: u64 = 8;

/// The command: writes the page, and says where it is.
pub fn run() -> Outcome {
    let file = place::workings("figures").join("index.html");
    let page = page()?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, page).doing(|| format!("write {}", file.display()))?;
    println!("every pose is in {}", file.display());
    Ok(())
}

/// The page.
pub fn page() -> Outcome<String> {
    let texts = POSE_FILES
        .iter()
        .map(|name| {
            let file = place::at(FOLDER).join(name).with_extension("txt");
            fs::read_to_string(&file).doing(|| format!("read {}", file.display()))
        })
        .collect::<Outcome<Vec<_>>>()?;
    let (poses, problems) = read(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    for problem in &problems {
        eprintln!("{}", told(problem));
    }
    sheet(&poses, &problems).map_err(|_| Failure::new("a page could not be written"))
}

fn told(problem: &Problem) -> String {
    let file = POSE_FILES.get(problem.file).unwrap_or(&"?");
    format!(
        "{FOLDER}/{file}.txt, line {}: found `{}`, expected {}",
        problem.line, problem.found, problem.expected
    )
}

fn sheet(poses: &Poses, problems: &[Problem]) -> Result<String, std::fmt::Error> {
    let mut out = String::from(include_str!("sheet.html"));
    for problem in problems {
        writeln!(out, "<p class=\"problem\">{}</p>", told(problem).replace('<', "&lt;"))?;
    }
    for (place, exercise) in ExerciseId::all().enumerate() {
        let mut painter = Painter::after(poses, exercise, person(place));
        writeln!(out, "<section id=\"{0}\"><h2>{0}</h2>", exercise.slug())?;
        let view = painter.best();
        for (at, name) in painter.poses().to_vec().iter().enumerate() {
            let beat = Beat::Pose(at as u8);
            picture(&mut out, &mut painter, (beat, view), name)?;
            picture(&mut out, &mut painter, (beat, view.turned(90.0, 0.0)), "turned")?;
        }
        for number in painter.mistakes().collect::<Vec<_>>() {
            let frame = painter.frame_of(number, view);
            for (beat, name) in [(Beat::Right(number), "good form"), (Beat::Wrong(number), "mistake")] {
                framed(&mut out, &frame, painter.draw(Side::Left, beat, view), &format!("{name} {number}"))?;
            }
        }
        let whole = u64::from(exercise.get().seconds_per_rep().max(2)) * 1000;
        for moment in 0..MOMENTS {
            let since = whole * moment / MOMENTS;
            picture(&mut out, &mut painter, (Beat::At(Millis(since)), view), &format!("{since} ms"))?;
        }
        out.push_str("</section>\n");
    }
    Ok(out)
}

/// Everybody in turn.
fn person(place: usize) -> Person {
    Person {
        build: Build::ALL[place % Build::ALL.len()],
        hair: Hair::ALL[place % Hair::ALL.len()],
        wear: Wear::ALL[place / 2 % Wear::ALL.len()],
    }
}

fn picture(
    out: &mut String,
    painter: &mut Painter,
    (beat, camera): (Beat, Camera),
    name: &str,
) -> std::fmt::Result {
    let frame = painter.frame(camera);
    framed(out, &frame, painter.draw(Side::Left, beat, camera), name)
}

fn framed(out: &mut String, frame: &Frame, drawing: &Drawing, name: &str) -> std::fmt::Result {
    write!(out, "<figure><svg viewBox=\"{}\">", frame.view_box())?;
    markup::shapes(out, drawing)?;
    writeln!(out, "</svg><figcaption>{name}</figcaption></figure>")
}
