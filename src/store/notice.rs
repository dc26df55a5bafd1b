//! What a person is told about what is kept.
//!
//! Decides: what there is to tell. Deliberately does not know in which words (`storage.` in `words/en.txt`), nor when
//! ([`super::Store`]).

/// Something a person should know about what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser keeps nothing: what is done now lasts for this visit.
    Forbidden,
    /// There is no room: the last change was not kept.
    Full,
    /// Most of the room that we allow ourselves is used.
    NearlyFull,
    /// This many stored lines were damaged and set aside. Everything else was loaded.
    Damaged(usize),
    /// This many stored lines were written by a later version. They are kept as they are.
    Newer(usize),
}

impl Notice {
    /// The key of its words, below `storage.`.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Forbidden => "forbidden",
            Self::Full => "full",
            Self::NearlyFull => "nearly-full",
            Self::Damaged(_) => "damaged",
            Self::Newer(_) => "newer",
        }
    }

    /// How many lines it is about; nothing where it is not about lines.
    pub const fn count(&self) -> Option<usize> {
        match self {
            Self::Forbidden | Self::Full | Self::NearlyFull => None,
            Self::Damaged(count) | Self::Newer(count) => Some(*count),
        }
    }
}
