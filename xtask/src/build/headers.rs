//! What the site tells a browser about itself: the content policy, in every page and as a header, and how long each file
//! may be kept. Hosts that read a `_headers` file send the rest too; our own server does the same.

use std::fmt::Write as _;

/// What a page may load: its own files, and nothing from anywhere else; of styles in the page itself, those with these
/// hashes.
///
/// `wasm-unsafe-eval` allows compiling the program and no script; pictures and sound may also come from the page itself.
/// Text becomes markup only by way of `public/boot/policy.js`, which knows how the program's own looks.
pub fn policy(styles: &[String]) -> String {
    let styles: String = styles.iter().map(|hash| format!(" 'sha256-{hash}'")).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{styles}; img-src 'self' data: blob:; \
         media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
         base-uri 'self'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
    )
}

/// For files named by their content: a changed file has another name.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For everything else: ask each time, and be told that nothing changed.
pub const ASK_FIRST: &str = "no-cache";

/// What the policy's header is called.
pub const POLICY: &str = "content-security-policy";

/// The headers of every answer, whatever the file. `policy` is that of the pages.
pub fn of_all(policy: &str) -> Vec<(&'static str, String)> {
    vec![
        // A page cannot say `frame-ancestors` of itself, so only the header does.
        (POLICY, format!("{policy}; frame-ancestors 'none'")),
        ("Referrer-Policy", "no-referrer".into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        (
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=(), accelerometer=(), \
             gyroscope=(), screen-wake-lock=(self), autoplay=(self)"
                .into(),
        ),
    ]
}

/// How long a file may be kept, by its path from the site's top.
pub fn keeping(path: &str) -> &'static str {
    if path.starts_with(super::site::NAMED) { FOR_EVER } else { ASK_FIRST }
}

/// The `_headers` file that several static hosts read, for a site below `base` whose pages hold these styles.
pub fn file(base: &str, styles: &[String]) -> String {
    let mut text = format!("{base}*\n");
    for (name, value) in of_all(&policy(styles)) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    let _ = writeln!(text, "  Cache-Control: {ASK_FIRST}");
    // `!` takes the general rule back before the particular one is given.
    let _ = write!(text, "{base}{}/*\n  ! Cache-Control\n  Cache-Control: {FOR_EVER}\n", super::site::NAMED);
    text
}

/// The policy that a `_headers` file says.
pub fn said(file: &str) -> Option<&str> {
    file.lines().find_map(|line| line.trim().strip_prefix(POLICY)?.strip_prefix(": "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_by_content_are_kept_for_ever() {
        assert_eq!(keeping("assets/style-0123456789ab.css"), FOR_EVER);
        assert_eq!(keeping("sw.js"), ASK_FIRST);
        assert_eq!(keeping("exercises/index.html"), ASK_FIRST);
    }

    #[test]
    fn the_policy_names_no_other_place_and_no_inline_script() {
        let policy = policy(&["abc=".to_owned()]);
        assert!(!policy.contains("http") && !policy.contains("unsafe-inline") && !policy.contains('*'));
        assert!(policy.contains("style-src 'self' 'sha256-abc=';"));
        assert!(file("/name/", &[]).starts_with("/name/*\n  content-security-policy: default-src 'none'"));
    }

    #[test]
    fn the_file_says_the_policy_that_was_put_into_it() {
        let styles = ["abc=".to_owned()];
        assert!(said(&file("/", &styles)).is_some_and(|said| said.starts_with(&policy(&styles))));
        assert_eq!(said(""), None);
    }
}
