//! The parts that pages are made of: props in, callbacks out.
//!
//! Decides: how a button, a card, a dial or a drawn figure is marked up; each has its stylesheet of the same name in
//! `style/parts/`. *Invariant:* a part reads no context, keeps nothing, and never touches the browser; the words it
//! shows are given to it.

mod awaited;
mod balance_card;
mod bars;
mod button;
mod calendar;
mod cast;
mod chip;
mod choice;
mod dial;
mod dialog;
mod digits;
mod empty;
mod exercise_card;
mod felt;
mod field;
mod figure;
mod filters;
mod header;
mod icon;
mod meter;
mod mounting;
mod move_list;
mod move_row;
mod muscle_map;
mod nav;
mod page_head;
mod pick;
mod qr_code;
mod return_bar;
mod routine_card;
mod segments;
mod slider;
mod stepper;
mod steps;
mod swap_list;
mod switch;
mod tag;
mod tile;
mod toast;
mod update_card;

pub use awaited::{awaited, soon};
pub use balance_card::{BalanceCard, BalanceWords};
pub use bars::{Bar, Bars};
pub use button::{Button, ButtonLink, IconButton, IconLink, Tone};
pub use calendar::{Calendar, Depth};
pub use cast::{Cast, anybody, who};
pub use chip::Chip;
pub use choice::{Choice, Look, Offer};
pub use dial::{DialLegend, DialView, Mark, Part, Size, dial_by_day, petal};
pub use dialog::Dialog;
pub use digits::Digits;
pub use empty::Empty;
pub use exercise_card::{ExerciseCard, ExerciseCardWords};
pub use felt::{Felt, FeltValues, FeltWords};
pub use field::{FieldGroup, NumberField, SearchField, SelectField, TextField, TimeField};
pub use figure::{
    FigureMoving, FigurePair, FigureStill, FigureView, drawn, fetch_drawing, portrait, room_all_round, sitter,
};
pub use filters::Filters;
pub use header::Header;
pub use icon::{Glyph, Icon};
pub use meter::Meter;
pub use mounting::{in_turn, mounting_with, next_after, next_turn, when_mounted};
pub use move_list::{MoveGroup, MoveList};
pub use move_row::{MoveRow, MoveWords};
pub use muscle_map::MuscleMap;
pub use nav::{Nav, Place};
pub use page_head::{PageHead, Up};
pub use pick::Pick;
pub use qr_code::QrCode;
pub use return_bar::ReturnBar;
pub use routine_card::{RoutineCard, RoutineCardWords};
pub use segments::Segments;
pub use slider::Slider;
pub use stepper::Stepper;
pub use steps::Steps;
pub use swap_list::{SwapList, SwapWords};
pub use switch::Switch;
pub use tag::Tag;
pub use tile::Tile;
pub use toast::Toast;
pub use update_card::UpdateCard;
