//! The muscles that the figure lights and the lists name: content 1.5.

/// A muscle, or a group that is trained as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Muscle {
    /// Front abs.
    RectusAbdominis,
    /// Side abs.
    Obliques,
    /// Deep abs.
    TransversusAbdominis,
    /// Hip flexors.
    HipFlexors,
    /// Spinal erectors.
    ErectorSpinae,
    /// Deep spine muscles.
    Multifidus,
    /// Waist (QL).
    QuadratusLumborum,
    /// Buttocks.
    GluteMax,
    /// Side hip.
    GluteMed,
    /// Back of thigh.
    Hamstrings,
    /// Inner thigh.
    Adductors,
    /// Front of thigh.
    Quadriceps,
    /// Calves.
    Calves,
    /// Lats.
    Lats,
    /// Trapezius.
    Trapezius,
    /// Between shoulder blades.
    Rhomboids,
    /// Rear shoulder.
    RearDeltoids,
    /// Shoulder.
    Deltoids,
    /// Side ribs.
    SerratusAnterior,
    /// Chest.
    Pectorals,
    /// Triceps.
    Triceps,
    /// Grip.
    Forearms,
    /// Front of neck.
    NeckFlexors,
}

impl Muscle {
    /// Every muscle, in the order of the taxonomy.
    pub const ALL: [Self; 23] = [
        Self::RectusAbdominis,
        Self::Obliques,
        Self::TransversusAbdominis,
        Self::HipFlexors,
        Self::ErectorSpinae,
        Self::Multifidus,
        Self::QuadratusLumborum,
        Self::GluteMax,
        Self::GluteMed,
        Self::Hamstrings,
        Self::Adductors,
        Self::Quadriceps,
        Self::Calves,
        Self::Lats,
        Self::Trapezius,
        Self::Rhomboids,
        Self::RearDeltoids,
        Self::Deltoids,
        Self::SerratusAnterior,
        Self::Pectorals,
        Self::Triceps,
        Self::Forearms,
        Self::NeckFlexors,
    ];

    /// The key of its name.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::RectusAbdominis => "rectus-abdominis",
            Self::Obliques => "obliques",
            Self::TransversusAbdominis => "transversus-abdominis",
            Self::HipFlexors => "hip-flexors",
            Self::ErectorSpinae => "erector-spinae",
            Self::Multifidus => "multifidus",
            Self::QuadratusLumborum => "quadratus-lumborum",
            Self::GluteMax => "glute-max",
            Self::GluteMed => "glute-med",
            Self::Hamstrings => "hamstrings",
            Self::Adductors => "adductors",
            Self::Quadriceps => "quadriceps",
            Self::Calves => "calves",
            Self::Lats => "lats",
            Self::Trapezius => "trapezius",
            Self::Rhomboids => "rhomboids",
            Self::RearDeltoids => "rear-deltoids",
            Self::Deltoids => "deltoids",
            Self::SerratusAnterior => "serratus-anterior",
            Self::Pectorals => "pectorals",
            Self::Triceps => "triceps",
            Self::Forearms => "forearms",
            Self::NeckFlexors => "neck-flexors",
        }
    }

    /// The muscle with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|muscle| muscle.slug() == slug)
    }
}
