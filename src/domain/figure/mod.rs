//! One body, posed by numbers, drawn as shapes.
