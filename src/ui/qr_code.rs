//! A text as a QR code (ISO/IEC 18004).
//!
//! Decides: that it is dark on light on every ground, with the quiet edge of four squares that a camera needs. Deliberately does
//! not know what the text is. The squares of a row that touch are one piece.

use core::fmt::Write as _;

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

/// How many squares around it are left light.
const QUIET: i32 = 4;

/// The squares as SVG path data, and how many there are along an edge; nothing for a text that is too long for any.
fn squares(text: &str) -> Option<(String, i32)> {
    let code = Code::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let from = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let _ = write!(path, "M{from} {y}h{0}v1h-{0}z", x - from);
            }
            x += 1;
        }
    }
    Some((path, size))
}

/// The code; nothing for a text that is too long for any.
#[component]
pub fn QrCode(
    /// What it says.
    text: String,
    /// What it is, for somebody who does not see it.
    label: String,
) -> impl IntoView {
    squares(&text).map(|(path, size)| {
        let whole = size + 2 * QUIET;
        let view_box = format!("{0} {0} {whole} {whole}", -QUIET);
        view! {
            <svg class="qr-code" role="img" aria-label=label viewBox=view_box shape-rendering="crispEdges">
                <path fill="#fff" d=format!("M{0} {0}h{whole}v{whole}h-{whole}z", -QUIET) />
                <path fill="#000" d=path />
            </svg>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_is_as_the_standard_draws_it() {
        let (path, size) = squares("https://example.org/open#1/-/plank.30s/6c").unwrap();
        assert_eq!(size, 29);
        // A ring of seven around a square of three.
        assert!(path.starts_with("M0 0h7v1h-7z"), "{path}");
        assert!(path.contains("M0 1h1v1h-1zM6 1h1v1h-1z") && path.contains("M2 2h3v1h-3z"));
    }

    #[test]
    fn a_text_that_is_too_long_has_none() {
        assert_eq!(squares(&"x".repeat(3000)), None);
    }
}
