//! Where the site will live once it is published: what it is built for.

use crate::failure::{Failure, Outcome};

/// Where the site will live.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Where {
    /// The path below which it is served, with a slash at each end.
    pub base: String,
    /// The `https://…` before that path, when it is known.
    pub origin: Option<String>,
}

impl Where {
    /// At the top of some host.
    pub fn top() -> Self {
        Self { base: "/".to_owned(), origin: None }
    }

    /// Below `base`, on `origin`, as given on the command line.
    pub fn new(base: Option<&str>, origin: Option<&str>) -> Outcome<Self> {
        let base = match base.unwrap_or("/").trim_matches('/') {
            "" => "/".to_owned(),
            path => format!("/{path}/"),
        };
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "/-._~".contains(letter);
        if !base.chars().all(plain) {
            return Err(Failure::new(format!(
                "--public-url {base}: only letters, digits, - . _ ~ and / between"
            )));
        }
        let origin = origin.map(|origin| origin.trim_end_matches('/').to_owned());
        if origin
            .as_ref()
            .is_some_and(|origin| !origin.starts_with("https://") && !origin.starts_with("http://"))
        {
            return Err(Failure::new(
                "--origin wants the beginning of an address, such as https://example.org",
            ));
        }
        Ok(Self { base, origin })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_gets_its_slashes() {
        let base = |text| Where::new(Some(text), None).unwrap().base;
        assert_eq!(
            [base("/"), base("name"), base("/name/"), base("/a/b")],
            ["/", "/name/", "/name/", "/a/b/"]
        );
        assert_eq!(Where::new(None, None).unwrap(), Where::top());
    }

    #[test]
    fn an_odd_base_or_origin_is_refused() {
        assert!(Where::new(Some("/a b/"), None).is_err());
        assert!(Where::new(None, Some("example.org")).is_err());
        assert_eq!(Where::new(None, Some("https://a.org/")).unwrap().origin.unwrap(), "https://a.org");
    }
}
