//! What kind of file a path names, as a browser wants to be told. A program under any other type than its own starts slowly.

/// The type without its encoding.
pub fn kind(path: &str) -> &'static str {
    let ending =
        path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("html", |(_, ending)| ending);
    match ending {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

/// The type as a `Content-Type` header says it.
pub fn header(path: &str) -> String {
    match kind(path) {
        binary @ ("application/wasm" | "image/png" | "application/octet-stream") => binary.to_owned(),
        text => format!("{text}; charset=utf-8"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_a_page_and_a_program_is_a_program() {
        assert_eq!(header("exercises/"), "text/html; charset=utf-8");
        assert_eq!(header(""), "text/html; charset=utf-8");
        assert_eq!(header("assets/program-0123456789ab.wasm"), "application/wasm");
        assert_eq!(header("a.b/unknown.bin"), "application/octet-stream");
    }
}
