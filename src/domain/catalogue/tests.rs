//! What holds for the whole catalogue.

use core::fmt::Write as _;
use std::collections::BTreeSet;

use expect_test::expect_file;

use super::*;

fn slugs(ids: &[ExerciseId]) -> String {
    ids.iter().map(|id| id.slug()).collect::<Vec<_>>().join(",")
}

/// One exercise as a line that a person can read.
fn line(exercise: &Exercise) -> String {
    let Exercise { compass, dose, .. } = exercise;
    let phases: Vec<_> =
        exercise.phases.iter().map(|phase| format!("{}s {}", phase.seconds, phase.breath.slug())).collect();
    let muscles = |list: &[Muscle]| list.iter().map(|muscle| muscle.slug()).collect::<Vec<_>>().join(",");
    let flags: Vec<_> = exercise
        .flags
        .iter()
        .map(|flag| format!("{}{}", flag.concern.slug(), if flag.hide { '!' } else { '~' }))
        .collect();
    let mut line = format!(
        "{:<22} {:<8} F{:.3} B{:.3} n{:.3} f{:.3} twist {:.2}",
        exercise.slug,
        exercise.region.slug(),
        compass.front,
        compass.back,
        compass.near,
        compass.far,
        exercise.twist
    );
    let _ = write!(
        line,
        " | intensity {} load {} | {} {} kit {} | {} {}/{}/{}",
        exercise.intensity,
        exercise.spine_load,
        exercise.position.slug(),
        exercise.sides.slug(),
        exercise.kit.slug(),
        exercise.metric.slug(),
        dose.beginner,
        dose.standard,
        dose.hard
    );
    let _ = write!(
        line,
        " | {} | {} + {} | easier {} harder {} swap {} | {}",
        phases.join(", "),
        muscles(exercise.primary),
        muscles(exercise.secondary),
        slugs(exercise.easier),
        slugs(exercise.harder),
        exercise.swap.map_or("", ExerciseId::slug),
        flags.join(" ")
    );
    line
}

#[test]
fn the_numbers_of_every_exercise_are_the_published_ones() {
    let mut table = String::new();
    for id in ExerciseId::all() {
        let _ = writeln!(table, "{}", line(id.get()));
    }
    let _ = writeln!(table);
    for chain in CHAINS {
        let _ = writeln!(table, "chain {:<16} {}", chain.slug, slugs(chain.links));
    }
    expect_file!["golden.txt"].assert_eq(&table);
}

#[test]
fn the_catalogue_is_complete() {
    assert_eq!(ExerciseId::all().count(), 54);
    assert_eq!(Muscle::ALL.len(), 23);
    assert_eq!(CHAINS.len(), 15);
    for region in Region::ALL {
        let count = ExerciseId::all().filter(|id| id.get().region == *region).count();
        assert_eq!(count, if *region == Region::Mobility { 6 } else { 12 }, "{region:?}");
    }
}

#[test]
fn the_shares_of_every_compass_add_up_to_one() {
    for exercise in ExerciseId::all().map(ExerciseId::get) {
        let Compass { front, back, near, far } = exercise.compass;
        assert!((front + back + near + far - 1.0).abs() < 1e-9, "{}", exercise.slug);
        assert!([front, back, near, far, exercise.twist].iter().all(|share| (0.0..=1.0).contains(share)));
    }
}

#[test]
fn the_constants_name_their_own_entries() {
    for (id, slug) in id::NAMED {
        assert_eq!((id.slug(), id.get().slug), (*slug, *slug));
    }
    assert_eq!(crate::catalogue::entries::ENTRIES.len(), ExerciseId::all().count());
    assert!(ExerciseId::all().eq(id::NAMED.iter().map(|(id, _)| *id)));
}

#[test]
fn every_slug_is_unique_and_finds_its_owner_in_any_case() {
    let unique: BTreeSet<_> = ExerciseId::all().map(ExerciseId::slug).collect();
    assert_eq!(unique.len(), 54);
    for id in ExerciseId::all() {
        assert_eq!(ExerciseId::from_slug(id.slug()), Some(id));
        assert_eq!(ExerciseId::from_slug(&id.slug().to_uppercase()), Some(id));
    }
    assert_eq!(ExerciseId::from_slug("sit-up"), None);
    assert!(Muscle::ALL.into_iter().all(|muscle| Muscle::from_slug(muscle.slug()) == Some(muscle)));
    assert!(Concern::ALL.iter().all(|concern| Concern::from_slug(concern.slug()) == Some(*concern)));
}

#[test]
fn slugs_are_fit_for_links() {
    for slug in ExerciseId::all().map(ExerciseId::slug) {
        assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{slug}");
        assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"), "{slug}");
    }
}

#[test]
fn levels_doses_and_tempos_are_within_their_ranges() {
    for exercise in ExerciseId::all().map(ExerciseId::get) {
        let Doses { beginner, standard, hard } = exercise.dose;
        assert!(0 < beginner && beginner <= standard && standard <= hard, "{}", exercise.slug);
        assert!(exercise.intensity <= 5 && (1..=4).contains(&exercise.spine_load), "{}", exercise.slug);
        assert_eq!(exercise.metric != Metric::Hold, exercise.seconds_per_rep() > 0, "{}", exercise.slug);
        assert!(!exercise.phases.is_empty(), "{}", exercise.slug);
        assert!(!exercise.primary.is_empty(), "{}", exercise.slug);
        assert_eq!(exercise.region == Region::Mobility, exercise.intensity == 0, "{}", exercise.slug);
    }
}

#[test]
fn no_list_names_anything_twice_or_the_exercise_itself() {
    for id in ExerciseId::all() {
        let exercise = id.get();
        let muscles: BTreeSet<_> = exercise.primary.iter().chain(exercise.secondary).collect();
        assert_eq!(muscles.len(), exercise.primary.len() + exercise.secondary.len(), "{id:?}");
        let others: BTreeSet<_> = exercise.easier.iter().chain(exercise.harder).collect();
        assert_eq!(others.len(), exercise.easier.len() + exercise.harder.len(), "{id:?}");
        assert!(!others.contains(&id) && exercise.swap != Some(id), "{id:?}");
        let concerns: BTreeSet<_> = exercise.flags.iter().map(|flag| flag.concern).collect();
        assert_eq!(concerns.len(), exercise.flags.len(), "{id:?}");
    }
}

#[test]
fn easier_and_harder_are_the_two_ends_of_one_step() {
    for id in ExerciseId::all() {
        for easier in id.get().easier {
            assert!(easier.get().harder.contains(&id), "{id:?} is not harder than {easier:?}");
        }
        for harder in id.get().harder {
            assert!(harder.get().easier.contains(&id), "{id:?} is not easier than {harder:?}");
        }
    }
}

#[test]
fn the_links_of_a_chain_are_steps_up_and_every_exercise_is_in_one() {
    let mut seen: BTreeSet<ExerciseId> = BTreeSet::new();
    for chain in CHAINS {
        assert!(chain.links.len() >= 2, "{}", chain.slug);
        for (easier, harder) in chain.links.iter().zip(chain.links.iter().skip(1)) {
            assert!(easier.get().harder.contains(harder), "{}: {easier:?} to {harder:?}", chain.slug);
        }
        seen.extend(chain.links);
    }
    assert_eq!(seen.len(), 54);
}

#[test]
fn the_floor_is_needed_for_all_but_standing_moves() {
    // Content 1.4.1, the derived filters.
    let on_foot: Vec<_> = Position::ALL.iter().filter(|position| !position.needs_floor()).collect();
    assert_eq!(on_foot, [&Position::Standing]);
    assert!(id::PLANK.get().position.needs_floor() && !id::WALL_PLANK.get().position.needs_floor());
}

#[test]
fn a_repetition_takes_the_seconds_of_its_phases() {
    // Content 1.7, the last column.
    let seconds = |id: ExerciseId| id.get().seconds_per_rep();
    let found = [id::CRUNCH, id::CURL_UP, id::PELVIC_TILT, id::KETTLEBELL_SWING, id::PLANK].map(seconds);
    assert_eq!(found, [4, 10, 7, 2, 0]);
}

#[test]
fn each_side_is_the_other_of_the_other() {
    assert_eq!((Side::Left.other(), Side::Right.other()), (Side::Right, Side::Left));
}

#[test]
fn every_key_names_one_of_its_kind() {
    assert!(Position::ALL.iter().all(|one| Position::from_slug(one.slug()) == Some(*one)));
    assert!(Region::ALL.iter().all(|one| Region::from_slug(one.slug()) == Some(*one)));
    assert!(Kit::ALL.iter().all(|one| Kit::from_slug(one.slug()) == Some(*one)));
    assert_eq!(format!("{:?} {}", id::BIRD_DOG, id::BIRD_DOG.slug()), "bird-dog bird-dog");
}

#[test]
fn a_sieve_lets_through_what_is_all_that_is_asked_for() {
    let wanted = [Filter::Region(Region::Back), Filter::Position(Position::Prone), Filter::NoKit];
    let other =
        Sieve::default().toggled(Filter::Region(Region::Front)).toggled(Filter::Position(Position::Supine));
    let asked = wanted.into_iter().fold(other, Sieve::toggled);
    let found =
        |sieve: Sieve| ExerciseId::all().filter(|id| sieve.lets_through(id.get())).collect::<Vec<_>>();
    assert!(wanted.iter().all(|filter| asked.asks_for(*filter)));
    assert_eq!(wanted.into_iter().fold(asked, Sieve::toggled), Sieve::default(), "asked for once more");
    assert_eq!(found(Sieve::default()).len(), ExerciseId::all().count());
    let found = found(asked);
    assert!(!found.is_empty());
    for id in ExerciseId::all() {
        let exercise = id.get();
        let is_asked_for = exercise.region == Region::Back
            && exercise.position == Position::Prone
            && !matches!(exercise.kit, Kit::Wall | Kit::Needed);
        assert_eq!(found.contains(&id), is_asked_for, "{}", id.slug());
    }
}
