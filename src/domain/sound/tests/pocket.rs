//! That the file is what was meant, as somebody else's decoder reads it.

use claxon::frame::FrameReader;
use claxon::{FlacReader, metadata::StreamInfo};
use expect_test::expect;
use proptest::prelude::*;

use super::CUES;
use crate::routine::{PRESETS, Routine, notation};
use crate::session::{Cue, CueKind, Event, Session};
use crate::sound::flac::{Stream, coded};
use crate::sound::wave::{LEVEL, RATE, sample, samples};
use crate::sound::{LONGEST, Tones, compile};
use crate::time::{Millis, Moment};

/// A session as the pocket mode has it: what is heard, for how long, and where its phases begin.
struct Sheet {
    cues: Vec<Cue>,
    length: Millis,
    places: Vec<Millis>,
}

impl Sheet {
    fn of(routine: Routine) -> Self {
        let mut session = Session::new(routine, Millis::seconds(10), Moment(0));
        session.update(Moment(0), Event::Start);
        let cues = session.cues(Moment(0));
        let places = session.timeline().phases().iter().map(|phase| phase.start).collect();
        let length = cues.last().unwrap().after + Millis::seconds(2);
        Self { cues, length, places }
    }

    fn file(&self, tones: Tones) -> Vec<u8> {
        compile(&self.cues, self.length, tones, 80, &self.places)
    }
}

/// Half an hour with a tick a second: as much as is ever heard.
fn half_an_hour() -> Routine {
    let step = "superman.20.t1-1-1/";
    notation::read(&format!("1/Long/r5/{}", step.repeat(28))).routine
}

fn decoded(file: &[u8]) -> (StreamInfo, Vec<i16>) {
    let mut reader = FlacReader::new(file).unwrap();
    let (mut frames, mut buffer, mut heard) = (reader.blocks(), Vec::new(), Vec::new());
    while let Some(block) = frames.read_next_or_eof(buffer).unwrap() {
        assert_eq!(block.time(), heard.len() as u64, "frames say where they belong");
        heard.extend(block.channel(0).iter().map(|&sample| sample as i16));
        buffer = block.into_buffer();
    }
    (reader.streaminfo(), heard)
}

/// What is to be heard, reckoned sample by sample: the cues one over the other.
fn meant(cues: &[Cue], length: Millis, tones: Tones, volume: u8) -> Vec<i16> {
    let mut heard = vec![LEVEL; sample(length).max(16) as usize];
    let mut cues = cues.to_vec();
    // The later ones over the earlier ones; of two at one moment the first kind last.
    cues.sort_by_key(|cue| (sample(cue.after), core::cmp::Reverse(cue.kind)));
    for cue in cues {
        let Some(place) = heard.get_mut(sample(cue.after) as usize..) else { continue };
        // No sound lasts two seconds: what is left of the one before is cut off.
        let rest = place.len().min(2 * RATE as usize);
        place[..rest].fill(LEVEL);
        for (place, sample) in place.iter_mut().zip(samples(tones, cue.kind, volume)) {
            *place = sample;
        }
    }
    heard
}

/// The seek table as a player reads it: samples, and the bytes at which their frames begin.
fn table(file: &[u8]) -> Vec<(u64, usize, u16)> {
    assert_eq!(&file[..4], b"fLaC");
    let (mut at, mut points) = (4, Vec::new());
    loop {
        let length = usize::from(file[at + 2]) << 8 | usize::from(file[at + 3]);
        let block = &file[at + 4..at + 4 + length];
        let (kind, is_last) = (file[at] & 0x7F, file[at] >= 0x80);
        if kind == 3 {
            let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
            points.extend(block.chunks(18).map(|point| {
                (number(&point[..8]), number(&point[8..16]) as usize, number(&point[16..]) as u16)
            }));
        }
        at += 4 + length;
        if is_last {
            return points.into_iter().map(|(sample, byte, length)| (sample, at + byte, length)).collect();
        }
    }
}

#[test]
fn every_cue_of_every_built_in_routine_begins_at_its_sample_and_there_is_nothing_else() {
    let silence = vec![LEVEL; 45 * 60 * RATE as usize];
    // Reckoned anew, without what the file was made by.
    let place = |after: Millis| ((after.0 as f64 * 22.05) + 0.5).floor() as usize;
    for (preset, tones) in PRESETS.iter().zip(Tones::ALL.into_iter().cycle()) {
        let sheet = Sheet::of(preset.routine());
        let (info, heard) = decoded(&sheet.file(tones));
        assert_eq!((info.sample_rate, info.channels, info.bits_per_sample), (RATE, 1, 16));
        assert_eq!(info.samples, Some(heard.len() as u64));
        // The level up to the cue, then a jump, and the level again when it is over.
        let mut quiet_from = 0;
        for cue in &sheet.cues {
            let begins = place(cue.after);
            assert!(heard[quiet_from..begins] == silence[quiet_from..begins], "{}: {cue:?}", preset.slug);
            assert_eq!(heard[begins], 2 * LEVEL, "{}: {cue:?}", preset.slug);
            quiet_from = place(cue.after + tones.length(cue.kind)) + 1;
        }
        assert!(heard[quiet_from..] == silence[quiet_from..heard.len()], "{}", preset.slug);
    }
}

#[test]
fn a_jump_to_any_place_lands_on_its_sample() {
    let long = Sheet::of(half_an_hour());
    for sheet in PRESETS.iter().map(|preset| Sheet::of(preset.routine())).chain([long]) {
        let file = sheet.file(Tones::Clear);
        let whole = meant(&sheet.cues, sheet.length, Tones::Clear, 80);
        let points = table(&file);
        let reached = sheet.places.iter().filter(|place| **place < sheet.length);
        assert_eq!(
            points.iter().map(|point| point.0).collect::<Vec<_>>(),
            reached.map(|place| u64::from(sample(*place))).collect::<Vec<_>>()
        );
        for (first, byte, length) in points {
            let mut frames = FrameReader::new(std::io::Cursor::new(&file[byte..]));
            let block = frames.read_next_or_eof(Vec::new()).unwrap().unwrap();
            assert_eq!((block.time(), block.duration()), (first, u32::from(length)));
            let there = &whole[first as usize..][..usize::from(length)];
            assert!(block.channel(0).iter().zip(there).all(|(a, b)| *a == i32::from(*b)));
        }
    }
}

#[test]
fn half_an_hour_of_ticks_is_small_enough_to_be_made_and_kept() {
    let sheet = Sheet::of(half_an_hour());
    assert!((1790..1860).contains(&sheet.length.whole_seconds()), "{:?}", sheet.length);
    assert!(sheet.cues.len() > 1700, "{}", sheet.cues.len());
    let sizes: Vec<String> = Tones::ALL
        .into_iter()
        .map(|tones| {
            let size = sheet.file(tones).len();
            assert!(size <= 1_200_000, "{tones:?}: {size}");
            format!("{} {} kB", tones.slug(), size / 1000)
        })
        .collect();
    expect!["clear 991 kB, warm 1026 kB, bright 1131 kB"].assert_eq(&sizes.join(", "));
}

/// Written down so that a change is seen, not because it must stay so.
#[test]
fn what_the_file_of_each_built_in_routine_weighs() {
    let sizes: Vec<String> = PRESETS
        .iter()
        .map(|preset| {
            let sheet = Sheet::of(preset.routine());
            let [clear, warm, bright] = Tones::ALL.map(|tones| sheet.file(tones).len() / 1000);
            let seconds = sheet.length.whole_seconds();
            format!("{}: {seconds} s, {clear} {warm} {bright} kB", preset.slug)
        })
        .collect();
    expect![["
        the-five: 512 s, 168 168 204 kB
        the-four: 516 s, 186 181 228 kB
        eight-minute: 482 s, 206 186 273 kB
        desk-reset: 182 s, 116 104 156 kB
        first-steps: 505 s, 214 202 271 kB
        back-friendly: 568 s, 225 215 285 kB
        pairs: 1091 s, 393 386 469 kB
        full-circle-hard: 1245 s, 474 453 595 kB
        on-your-feet: 715 s, 275 262 349 kB
        no-floor-loaded: 889 s, 322 309 408 kB
        evening-mobility: 367 s, 160 148 214 kB
        side-to-side: 663 s, 286 275 364 kB
        posterior-loaded: 1567 s, 446 433 546 kB"]]
    .assert_eq(&sizes.join("\n"));
}

#[test]
fn a_file_without_cues_length_or_volume_is_a_file_of_nothing() {
    let go = |after| Cue { after: Millis(after), kind: CueKind::Go };
    for (cues, length, volume) in [
        (vec![], Millis::ZERO, 80),
        (vec![go(0)], Millis::seconds(1), 0),
        (vec![go(1000), go(u64::MAX)], Millis::seconds(1), 80),
    ] {
        let (_, heard) = decoded(&compile(&cues, length, Tones::Clear, volume, &[Millis::ZERO]));
        assert!(!heard.is_empty() && heard.iter().all(|&sample| sample == LEVEL));
    }
}

#[test]
fn no_file_is_longer_than_half_a_day() {
    let place = LONGEST.less(Millis(1));
    let cues = [Cue { after: place, kind: CueKind::Finish }, Cue { after: LONGEST, kind: CueKind::Go }];
    let file = compile(&cues, Millis(u64::MAX), Tones::Clear, 80, &[place, LONGEST, Millis(u64::MAX)]);
    assert!(file.len() < 1_200_000, "{}", file.len());
    // The last frame is the one that stands at the place, and its number takes the most bytes.
    let &[(first, byte, length)] = table(&file).as_slice() else { panic!("one place is within") };
    let mut frames = FrameReader::new(std::io::Cursor::new(&file[byte..]));
    let block = frames.read_next_or_eof(Vec::new()).unwrap().unwrap();
    assert_eq!((block.time(), block.duration()), (first, u32::from(length)));
    assert_eq!(first + u64::from(length), LONGEST.whole_seconds() * u64::from(RATE));
    assert!(frames.read_next_or_eof(Vec::new()).unwrap().is_none());
}

#[test]
fn every_sound_is_loud_as_asked_and_never_beyond_what_there_is() {
    for tones in Tones::ALL {
        for cue in CUES {
            let peak = |volume| samples(tones, cue, volume).into_iter().map(i32::from).max().unwrap_or(0);
            assert!(samples(tones, cue, 0).is_empty());
            assert_eq!(samples(tones, cue, 1)[0], 2 * LEVEL, "{tones:?}: {cue:?}");
            assert_eq!(samples(tones, cue, 100), samples(tones, cue, u8::MAX));
            assert!(peak(50) < peak(80) && peak(80) < peak(100) && peak(100) < i32::from(i16::MAX));
        }
    }
    assert!(samples(Tones::Clear, CueKind::Go, 100).into_iter().any(|sample| sample > 31_000));
}

prop_compose! {
    /// A cue within three seconds, often near another.
    fn any_cue()(after in prop_oneof![0..3000_u64, (0..30_u64).prop_map(|near| 1000 + near)], kind in 0..8_usize) -> Cue {
        Cue { after: Millis(after), kind: CUES[kind] }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_samples_come_back_as_they_were(
        noise in prop::collection::vec(any::<i16>(), 1..300),
        idle in 0..16_u32,
        quieter in 0..12_u32,
    ) {
        let samples: Vec<i16> = noise.into_iter().map(|sample| sample >> quieter << idle).collect();
        let mut stream = Stream::default();
        stream.frame(samples.len() as u32, &coded(&samples), false);
        prop_assert_eq!(decoded(&stream.finish()).1, samples);
    }

    #[test]
    fn whatever_the_cues_the_file_holds_exactly_what_they_sound_like(
        cues in prop::collection::vec(any_cue(), 0..12),
        length in 0..4000_u64,
        tones in 0..3_usize,
        volume in 0..=100_u8,
        places in prop::collection::vec(0..4000_u64, 0..6),
    ) {
        let places: Vec<Millis> = places.into_iter().map(Millis).collect();
        let file = compile(&cues, Millis(length), Tones::ALL[tones], volume, &places);
        let (_, heard) = decoded(&file);
        prop_assert!(heard == meant(&cues, Millis(length), Tones::ALL[tones], volume));
        for (first, byte, _) in table(&file) {
            prop_assert!(places.iter().any(|place| u64::from(sample(*place)) == first));
            let mut frames = FrameReader::new(std::io::Cursor::new(&file[byte..]));
            prop_assert_eq!(frames.read_next_or_eof(Vec::new()).unwrap().unwrap().time(), first);
        }
    }
}
