//! Parts and pages rendered to HTML on the host, without a browser.

// A page is one type as deep as it is long.
#![recursion_limit = "256"]
#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use domain::body::Body;
use domain::catalogue::{Concern, ExerciseId, id};
use domain::settings::Settings;
use evenkeel::app::{App, provide};
use evenkeel::pages;
use evenkeel::ports::Ports;
use evenkeel::route::Route;
use evenkeel::store::use_store;
use evenkeel::words::Words;
use leptos::prelude::*;

const INTERFACE: &str = include_str!("../words/en.txt");
const MOVES: &str = include_str!("../words/en.moves.txt");

/// Never does later what could not be done at once.
struct Never;

impl any_spawner::CustomExecutor for Never {
    fn spawn(&self, _: any_spawner::PinnedFuture<()>) {}
    fn spawn_local(&self, _: any_spawner::PinnedLocalFuture<()>) {}
    fn poll_local(&self) {}
}

/// Where the words end that the start needs.
const LATER: &str = "# === ";

/// What `page` is, rendered on a device on which nothing happens.
fn rendered<V: IntoView + 'static>(page: impl FnOnce() -> V) -> String {
    let (start, later) = INTERFACE.split_once(LATER).unwrap();
    rendered_with(start, Some([later, MOVES].concat()), page)
}

/// The same with these words, the second part of which may not have arrived.
fn rendered_with<V: IntoView + 'static>(
    start: &str,
    later: Option<String>,
    page: impl FnOnce() -> V,
) -> String {
    // What would be waited for in a browser is dropped: a page is rendered as it first is. Once in a process is enough.
    any_spawner::Executor::init_custom_executor(Never).ok();
    let owner = Owner::new();
    let html = owner.with(|| {
        let ports = Ports::silent();
        let words = Words::new(start.to_owned(), ports.formats());
        if let Some(text) = later {
            words.add_later(text);
        }
        provide(ports, words);
        page().into_view().to_html()
    });
    owner.cleanup();
    html
}

/// What `page` is for somebody who chose these settings.
fn rendered_for<V: IntoView + 'static>(
    choose: impl FnOnce(&mut Settings) + 'static,
    page: impl FnOnce() -> V + 'static,
) -> String {
    rendered(move || {
        use_store().change_settings(choose);
        page()
    })
}

/// Every page of ours that is a file of its own.
fn every_page() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = vec![
        ("today".to_owned(), rendered(|| view! { <pages::Today /> })),
        ("exercises".to_owned(), rendered(|| view! { <pages::Exercises /> })),
        ("routines".to_owned(), rendered(|| view! { <pages::Routines /> })),
        ("open".to_owned(), rendered(|| view! { <pages::Open text=String::new() /> })),
    ];
    all.extend(
        ExerciseId::all()
            .map(|id| (id.slug().to_owned(), rendered(move || view! { <pages::Exercise id /> }))),
    );
    let presets = domain::routine::PRESETS.iter();
    all.extend(presets.map(|preset| {
        let which = Route::Routine(preset.slug);
        (preset.slug.to_owned(), rendered(move || view! { <pages::Routine which=which.clone() /> }))
    }));
    all
}

#[test]
fn the_start_needs_the_first_part_of_the_words_only() {
    let (start, _) = INTERFACE.split_once(LATER).unwrap();
    // Up to the end of the page: the news below it come later too.
    let shown = |html: String| html.split("</main>").next().map(str::to_owned).unwrap();
    for page in [|| view! { <App /> }.into_any(), || view! { <pages::NotFound /> }.into_any()] {
        assert_eq!(shown(rendered_with(start, None, page)), shown(rendered(page)));
    }
}

/// What stands between `before` and the next `after`, over and over.
fn between<'a>(html: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn every_page_has_one_main_heading_and_skips_no_level() {
    for (name, html) in every_page() {
        let levels: Vec<u8> = between(&html, "<h", ">")
            .into_iter()
            .filter_map(|tag| tag.bytes().next())
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name} begins with its heading");
        assert!(levels.iter().skip(1).all(|level| *level != 1), "{name} has one main heading");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{name} skips a level: {levels:?}");
        }
    }
}

#[test]
fn no_page_styles_an_element_by_hand_or_shows_a_bare_key() {
    for (name, html) in every_page() {
        assert!(!html.contains(" style=\""), "{name} has an inline style, which the policy forbids");
        assert!(!html.contains('{'), "{name} shows a place that nobody filled");
    }
}

#[test]
fn every_picture_has_a_name_or_is_passed_over() {
    for (name, html) in every_page() {
        for tag in between(&html, "<svg", ">") {
            let passed_over = tag.contains("aria-hidden=\"true\"");
            let named = tag.contains("role=\"img\"") && tag.contains("aria-label=\"");
            assert!(passed_over || named, "{name}: <svg{tag}>");
        }
    }
}

#[test]
fn the_frame_leads_past_itself_and_marks_the_place_where_one_is() {
    let html = rendered(|| view! { <App /> });
    let skip = html.find("class=\"skip\"").unwrap();
    assert!(skip < html.find("<header").unwrap());
    assert!(html.contains("<main id=\"main\""));
    assert_eq!(html.matches("aria-current=\"page\"").count(), 1);
}

#[test]
fn the_exercises_are_all_there_and_counted_aloud() {
    let html = rendered(|| view! { <pages::Exercises /> });
    assert_eq!(
        html.matches("<a class=\"exercise-card\"").count() + html.matches(" class=\"exercise-card\"").count(),
        54
    );
    assert!(html.contains("role=\"status\""));
}

#[test]
fn an_exercise_leads_to_easier_and_harder_ones() {
    let html = rendered(|| view! { <pages::Exercise id=id::SUPERMAN /> });
    for other in id::SUPERMAN.get().easier.iter().chain(id::SUPERMAN.get().harder) {
        assert!(html.contains(&Route::Exercise(*other).path()), "{}", other.slug());
    }
}

#[test]
fn a_damaged_link_says_what_is_wrong_and_keeps_the_rest() {
    let html =
        rendered(|| view! { <pages::Open text="1/Mine/superman.15/moonwalk.3/plank.40s".to_owned() /> });
    assert!(html.contains("moonwalk"), "what was found");
    assert!(html.contains("Character 20"), "where it was found");
    assert!(html.contains("Superman") && html.contains("Forearm plank"), "everything else");
}

#[test]
fn a_link_that_holds_no_routine_offers_another_way() {
    let html = rendered(|| view! { <pages::Open text="<script>alert(1)</script>".to_owned() /> });
    assert!(!html.contains("<script>"), "nothing of the link becomes markup");
    assert!(html.contains("<textarea"));
}

#[test]
fn an_own_routine_that_is_gone_says_so() {
    let html = rendered(|| view! { <pages::Routine which=Route::Mine("k3".to_owned()) /> });
    assert!(html.contains("is not on this device"));
}

#[test]
fn a_hidden_move_names_what_was_ticked_and_offers_another() {
    let wrists = |settings: &mut Settings| settings.concerns = vec![Concern::Wrist];
    let html = rendered_for(wrists, || view! { <pages::Exercise id=id::MOUNTAIN_CLIMBER /> });
    assert!(html.contains("Hidden because you ticked “Wrists”."));
    assert!(html.contains("Try: Wall plank"));
    assert!(!html.contains("Do this move"), "it is not begun from here");
    let html = rendered_for(wrists, || view! { <pages::Exercise id=id::BIRD_DOG /> });
    assert!(html.contains("Take care, because you ticked “Wrists”.") && html.contains("A gentler move:"));
    assert!(html.contains("Do this move"));
}

#[test]
fn a_move_hidden_by_hand_can_be_shown_again() {
    let hide = |settings: &mut Settings| settings.hide(id::PLANK, true);
    let html = rendered_for(hide, || view! { <pages::Exercise id=id::PLANK /> });
    assert!(html.contains("You hid this move.") && html.contains("Show it again"));
    let html = rendered_for(hide, || view! { <pages::Settings /> });
    assert!(html.contains("Moves you hid") && html.contains("Forearm plank"));
    let html = rendered_for(hide, || view! { <pages::Exercises /> });
    assert!(!html.contains("id=\"plank\"") && html.contains("id=\"bear-hold\""));
}

#[test]
fn every_flag_alone_is_told_on_every_routine_and_leads_to_no_hidden_move() {
    for concern in Concern::ALL {
        let body = Body { concerns: vec![*concern], ..Body::default() };
        let tick = move |settings: &mut Settings| settings.concerns = vec![*concern];
        for preset in domain::routine::PRESETS {
            let html = rendered_for(tick, move || {
                view! { <pages::Open text=preset.text.to_owned() /> }
            });
            let steps = preset.routine();
            let hidden = steps.steps().filter_map(domain::routine::Step::exercise).any(|id| !body.allows(id));
            assert!(
                !hidden || html.contains("swap for you") || html.contains("swaps for you"),
                "{} {}",
                concern.slug(),
                preset.slug
            );
        }
        for id in ExerciseId::all().filter(|id| !body.allows(*id)).take(3) {
            let html = rendered_for(tick, move || view! { <pages::Exercise id /> });
            let ladder = between(&html, "<nav class=\"exercise-ladder\"", "</nav>").concat();
            for other in ExerciseId::all().filter(|other| !body.allows(*other)) {
                let link = [&Route::Exercise(other).path(), "\""].concat();
                assert!(!ladder.contains(&link), "{} leads to {}", id.slug(), other.slug());
            }
        }
    }
}

#[test]
fn where_nothing_of_a_routine_suits_its_page_says_so() {
    let hide_all = |settings: &mut Settings| ExerciseId::all().for_each(|id| settings.hide(id, true));
    let html = rendered_for(hide_all, || view! { <pages::Routine which=Route::Routine("the-five") /> });
    assert!(html.contains("nothing suitable is left to do instead"));
    assert!(html.contains("disabled"), "Start cannot be pressed");
}

#[test]
fn a_preferred_move_is_swapped_in_unless_it_is_taken_back() {
    let prefer = |settings: &mut Settings| settings.prefer(id::SUPERMAN, Some(id::BIRD_DOG));
    let html = rendered_for(prefer, || view! { <pages::Routine which=Route::Routine("the-five") /> });
    assert!(html.contains("Superman → Bird dog") && html.contains("You prefer it."));
    assert!(html.contains("Undo"), "what is swapped can be undone");
}
