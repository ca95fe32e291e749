//! The closed lists of names that a configuration is written in.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

/// A closed list of values, each with a stable public name.
pub trait Vocabulary: Copy + fmt::Debug + 'static {
    /// Every value, in order.
    const VALUES: &'static [Self];
    /// The name of every value, in the same order.
    const NAMES: &'static [&'static str];
    /// Its place in that order.
    fn index(self) -> usize;
}

/// Some values of a closed list, one bit each: always in the order of the list, and each once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct EnumSet<T>(pub(super) u16, PhantomData<T>);

impl<T: Vocabulary> EnumSet<T> {
    /// None of them.
    pub const NONE: EnumSet<T> = EnumSet(0, PhantomData);

    /// These values.
    pub fn of(values: &[T]) -> EnumSet<T> {
        let mut many = EnumSet::NONE;
        for value in values {
            many.add(*value);
        }
        many
    }
    pub(super) const fn bits(bits: u16) -> EnumSet<T> {
        EnumSet(bits, PhantomData)
    }
    /// One more.
    pub fn add(&mut self, value: T) {
        self.0 |= 1 << value.index();
    }
    /// One less.
    pub fn remove(&mut self, value: T) {
        self.0 &= !(1 << value.index());
    }
    /// This value, where it was not among them, and without it, where it was.
    pub fn flip(&mut self, value: T) {
        self.0 ^= 1 << value.index();
    }
    /// Whether this value is among them.
    pub fn has(self, value: T) -> bool {
        self.0 >> value.index() & 1 == 1
    }
    /// Whether it is this value, and no other.
    pub fn only(self, value: T) -> bool {
        self.0 == 1 << value.index()
    }
    /// How many they are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Their names, in order.
    pub fn names(self) -> Vec<&'static str> {
        chosen(self.0, T::NAMES)
    }
    /// The values, in order.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::VALUES.iter().copied().filter(move |value| self.has(*value))
    }
}

/// The names whose bits are set: one copy of it for all lists.
#[inline(never)]
fn chosen(bits: u16, names: &[&'static str]) -> Vec<&'static str> {
    let mut chosen = Vec::new();
    for (index, name) in names.iter().enumerate() {
        if bits >> index & 1 == 1 {
            chosen.push(*name);
        }
    }
    chosen
}

impl<T: Vocabulary> Default for EnumSet<T> {
    fn default() -> EnumSet<T> {
        EnumSet::NONE
    }
}

impl<T: Vocabulary> fmt::Debug for EnumSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Vocabulary, const N: usize> PartialEq<[T; N]> for EnumSet<T> {
    fn eq(&self, values: &[T; N]) -> bool {
        self.0 == EnumSet::of(values).0
    }
}

/// An enum whose values have a stable public name each.
macro_rules! string_enum {
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

        impl $crate::provider::vocabulary::Vocabulary for $name {
            const VALUES: &'static [$name] = $name::ALL;
            const NAMES: &'static [&'static str] = $name::IDS;
            fn index(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use string_enum;

string_enum! {
    /// What a program offers: a level of care, or aftercare, which is never the level itself.
    Care {
        Outpatient = "outpatient",
        Iop = "iop",
        Php = "php",
        Aftercare = "aftercare",
    }
}

string_enum! {
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

string_enum! {
    /// A time of the week.
    Time {
        Daytime = "daytime",
        Evenings = "evenings",
        Weekends = "weekends",
    }
}

string_enum! {
    /// Where a program meets.
    Setting {
        InPerson = "in_person",
        Video = "video",
    }
}

string_enum! {
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
        OlderAdults = "older_adults",
        Eating = "eating",
        Trauma = "trauma",
        Psychosis = "psychosis",
        Gambling = "gambling",
    }
}

string_enum! {
    /// What a program treats.
    Treats {
        SubstanceUse = "substance_use",
        MentalHealth = "mental_health",
    }
}

string_enum! {
    /// A medicine that people take for opioid or alcohol use, and that not every program accepts.
    Medicine {
        Methadone = "methadone",
        Buprenorphine = "buprenorphine",
        Naltrexone = "naltrexone",
    }
}

string_enum! {
    /// What a program has or has not: each a field of its own, `true` or `false`.
    Feature {
        WithdrawalCare = "withdrawal_care",
        Prescriber = "prescriber",
        Transport = "transport",
        ChildCare = "child_care",
        Wheelchair = "wheelchair",
    }
}

string_enum! {
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

string_enum! {
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

string_enum! {
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

string_enum! {
    /// Light or dark.
    Mode {
        Auto = "auto",
        Light = "light",
        Dark = "dark",
    }
}

string_enum! {
    /// The language of the finder itself: that of the page, or one of those that www/text has. The one list of them in Rust.
    PageLanguage {
        Auto = "auto",
        En = "en",
        Es = "es",
    }
}

impl PageLanguage {
    /// The languages that there are, by their tags.
    pub const TAGS: &'static [&'static str] = PageLanguage::IDS.split_at(1).1;
}

/// The states, the district and the territories, as on an envelope.
pub const STATES: &[&str] = &[
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
    "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR",
    "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
];
