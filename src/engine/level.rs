//! What can be suggested: levels, first steps and add-ons.

/// A level of care, from the least to the most intensive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Standard outpatient: one or two visits a week.
    #[default]
    Outpatient,
    /// Intensive outpatient program: three to five days a week, three to four hours a visit.
    Iop,
    /// Partial hospitalization program: most of the day, most days of the week.
    Php,
    /// 24-hour care: residential or inpatient. Never placed, always a referral.
    DayAndNight,
}

impl Level {
    /// Every level, from the least intensive.
    pub const ALL: [Level; 4] = [Level::Outpatient, Level::Iop, Level::Php, Level::DayAndNight];

    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            Level::Outpatient => "outpatient",
            Level::Iop => "iop",
            Level::Php => "php",
            Level::DayAndNight => "day_and_night",
        }
    }
    /// The next less intensive level, if there is one.
    pub fn below(self) -> Option<Level> {
        (self as usize).checked_sub(1).map(|index| Level::ALL[index])
    }
}

/// What comes before any level, from the least to the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A medical check before the program starts.
    Check,
    /// Talk to a medical team today, before cutting down or stopping.
    Medical,
    /// Danger now: 911, or 988.
    Emergency,
}

impl Step {
    /// Every first step, from the most urgent: the order in which they are shown.
    pub const ALL: [Step; 3] = [Step::Emergency, Step::Medical, Step::Check];

    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            Step::Check => "check",
            Step::Medical => "medical",
            Step::Emergency => "emergency",
        }
    }
}

/// What goes beside a level and never changes it, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddOn {
    /// Talk to someone today, and make a plan for staying safe.
    SafetyPlan,
    /// The domestic violence line.
    DomesticViolence,
    /// Naloxone at hand.
    Naloxone,
    /// Medication for opioid use disorder, the same or the next day.
    OpioidMedication,
    /// Ask about medication for alcohol use.
    AlcoholMedication,
    /// Before leaving a stay: a visit within a week, medicines, and whom to call at night.
    Discharge,
    /// The line for mental health in pregnancy and after a birth.
    Perinatal,
    /// A team that treats eating disorders.
    Eating,
    /// Mental health and substance use cared for by one team.
    DualDiagnosis,
    /// Safe or sober housing.
    Housing,
    /// A program or group for the family.
    Family,
    /// Light, ongoing support after a program.
    Aftercare,
}

impl AddOn {
    /// Every add-on, in the order in which they are shown.
    pub const ALL: [AddOn; 12] = [
        AddOn::SafetyPlan,
        AddOn::DomesticViolence,
        AddOn::Naloxone,
        AddOn::OpioidMedication,
        AddOn::AlcoholMedication,
        AddOn::Discharge,
        AddOn::Perinatal,
        AddOn::Eating,
        AddOn::DualDiagnosis,
        AddOn::Housing,
        AddOn::Family,
        AddOn::Aftercare,
    ];
    /// The add-ons that a more serious answer may never take away.
    pub const SAFETY: AddOnSet = AddOnSet::NONE
        .with(AddOn::SafetyPlan)
        .with(AddOn::DomesticViolence)
        .with(AddOn::Naloxone)
        .with(AddOn::Discharge)
        .with(AddOn::Perinatal)
        .with(AddOn::Eating)
        .with(AddOn::Housing);

    /// Stable public name.
    pub const fn id(self) -> &'static str {
        match self {
            AddOn::SafetyPlan => "safety_plan",
            AddOn::DomesticViolence => "domestic_violence",
            AddOn::Naloxone => "naloxone",
            AddOn::OpioidMedication => "opioid_medication",
            AddOn::AlcoholMedication => "alcohol_medication",
            AddOn::Discharge => "discharge",
            AddOn::Perinatal => "perinatal",
            AddOn::Eating => "eating",
            AddOn::DualDiagnosis => "dual_diagnosis",
            AddOn::Housing => "housing",
            AddOn::Family => "family",
            AddOn::Aftercare => "aftercare",
        }
    }
}

/// A set of add-ons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AddOnSet(pub u16);

impl AddOnSet {
    /// No add-on.
    pub const NONE: AddOnSet = AddOnSet(0);
    /// The set with one more.
    pub const fn with(self, add: AddOn) -> AddOnSet {
        AddOnSet(self.0 | 1 << add as u16)
    }
    /// The add-ons of either set.
    pub const fn union(self, other: AddOnSet) -> AddOnSet {
        AddOnSet(self.0 | other.0)
    }
    /// The add-ons of both sets.
    pub const fn intersection(self, other: AddOnSet) -> AddOnSet {
        AddOnSet(self.0 & other.0)
    }
    /// The add-ons of this set that are not in the other.
    pub const fn difference(self, other: AddOnSet) -> AddOnSet {
        AddOnSet(self.0 & !other.0)
    }
    /// Whether the add-on is in the set.
    pub const fn has(self, add: AddOn) -> bool {
        self.0 & 1 << add as u16 != 0
    }
    /// The add-ons, in the order in which they are shown.
    pub fn iter(self) -> impl Iterator<Item = AddOn> {
        AddOn::ALL.into_iter().filter(move |add| self.has(*add))
    }
}

#[cfg(test)]
mod tests {
    use super::{AddOn, AddOnSet, Level};

    #[test]
    fn an_add_on_is_in_a_set_once() {
        let both = AddOnSet::NONE.with(AddOn::Naloxone).with(AddOn::Housing);
        assert_eq!(both.with(AddOn::Housing), both);
        assert_eq!(both.union(both), both);
        assert_eq!(both.iter().count(), 2);
    }

    #[test]
    fn below_each_level_is_the_next_less_intensive_one() {
        assert_eq!(Level::ALL.map(Level::below), [None, Some(Level::Outpatient), Some(Level::Iop), Some(Level::Php)]);
    }
}
