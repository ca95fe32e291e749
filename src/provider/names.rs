//! The closed lists of names that a configuration is written in.

use serde::{Serialize, Serializer};

/// An enum whose values have a stable public name each.
macro_rules! closed {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $id:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("Written `", $id, "`.")] $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            /// The stable public names, in the same order.
            pub const IDS: &'static [&'static str] = &[$($id,)+];

            /// Stable public name.
            pub const fn id(self) -> &'static str {
                Self::IDS[self as usize]
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}
pub(super) use closed;

closed! {
    /// What a program offers: a level of care, or aftercare, which is never the level itself.
    Care {
        Outpatient = "outpatient",
        Iop = "iop",
        Php = "php",
        Aftercare = "aftercare",
    }
}

closed! {
    /// A day of the week.
    Day {
        Mon = "mon",
        Tue = "tue",
        Wed = "wed",
        Thu = "thu",
        Fri = "fri",
        Sat = "sat",
        Sun = "sun",
    }
}

closed! {
    /// A time of the week.
    Time {
        Daytime = "daytime",
        Evenings = "evenings",
        Weekends = "weekends",
    }
}

closed! {
    /// Where a program meets.
    Setting {
        InPerson = "in_person",
        Video = "video",
    }
}

closed! {
    /// For whom a program, or a part of it, is made.
    Track {
        DualDiagnosis = "dual_diagnosis",
        Adolescent = "adolescent",
        Lgbtq = "lgbtq",
        Veterans = "veterans",
        Women = "women",
        Men = "men",
        Perinatal = "perinatal",
        YoungAdults = "young_adults",
    }
}

closed! {
    /// What a program contains.
    Service {
        Individual = "individual",
        Group = "group",
        Family = "family",
        Education = "education",
        CaseManagement = "case_management",
        Vocational = "vocational",
        Housing = "housing",
        Medication = "medication",
        LifeSkills = "life_skills",
        PeerSupport = "peer_support",
        Aftercare = "aftercare",
    }
}

closed! {
    /// How a program works.
    Approach {
        Cbt = "cbt",
        Dbt = "dbt",
        TraumaInformed = "trauma_informed",
        Creative = "creative",
        TwelveStep = "twelve_step",
        Secular = "secular",
        Motivational = "motivational",
    }
}

closed! {
    /// A language in which a program is held, by its tag: those that treatment in the United States is
    /// most often offered in, American Sign Language (`ase`) among them.
    SpokenLanguage {
        En = "en",
        Es = "es",
        Ase = "ase",
        Ar = "ar",
        Fr = "fr",
        Ht = "ht",
        Ko = "ko",
        Pt = "pt",
        Ru = "ru",
        Tl = "tl",
        Vi = "vi",
        Zh = "zh",
    }
}

closed! {
    /// Light or dark.
    Mode {
        Auto = "auto",
        Light = "light",
        Dark = "dark",
    }
}

closed! {
    /// The language of the finder itself.
    PageLanguage {
        Auto = "auto",
        En = "en",
        Es = "es",
    }
}
