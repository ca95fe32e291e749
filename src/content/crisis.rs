//! The crisis lines that the screens name, each with the date on which it was last checked.
//!
//! The words and numbers that visitors see are in `www/text`, `www/frame` and the screens. They are not drawn from
//! here, so that the module carries nothing twice; a test holds them to this table.

/// A way to reach a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Call this number.
    Call(&'static str),
    /// Call this number, then press this digit, for what the last word says.
    Press(&'static str, char, &'static str),
    /// Call this number from a text telephone.
    Tty(&'static str),
    /// Text this word, or anything, to this number.
    Text(&'static str, &'static str),
    /// Open this page.
    Web(&'static str),
}

impl Way {
    /// The number that is dialed, digits only.
    pub fn digits(self) -> Option<String> {
        match self {
            Way::Call(number) | Way::Press(number, ..) | Way::Tty(number) | Way::Text(_, number) => {
                Some(number.chars().filter(char::is_ascii_digit).collect())
            }
            Way::Web(_) => None,
        }
    }
}

/// One line, or one directory.
#[derive(Clone, Copy, Debug)]
pub struct CrisisLine {
    /// Stable name.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// What it is for.
    pub what: &'static str,
    /// How to reach it.
    pub ways: &'static [Way],
    /// The day on which it was last checked, as year-month-day.
    pub checked: &'static str,
}

/// Days after which a line has to be checked again.
pub const CHECK_AFTER: i64 = 180;

/// How the lines below were checked, as the protocol says it: no more than was done.
pub const HOW_CHECKED: &str = "Taken on that day from the project’s clinical page, which collects what the lines themselves and federal \
     agencies publish. Nobody dialed the numbers for it.";

/// The day of the project's clinical page.
const PAGE: &str = "2026-11-21";

/// Every line, in the order of urgency.
pub const CRISIS_LINES: &[CrisisLine] = &[
    CrisisLine {
        id: "emergency",
        name: "911",
        what: "Life at risk: overdose, a seizure, danger from somebody, a suicide attempt.",
        ways: &[Way::Call("911")],
        checked: PAGE,
    },
    CrisisLine {
        id: "lifeline",
        name: "988 Suicide and Crisis Lifeline",
        what: "Thoughts of suicide, or any crisis of mental health or substance use. Also for somebody else. \
               The former line for LGBTQ+ young people (press 3) ended on 17 July 2025, and is not shown.",
        ways: &[
            Way::Call("988"),
            Way::Text("", "988"),
            Way::Web("https://988lifeline.org/chat/"),
            Way::Press("988", '2', "Spanish"),
            Way::Press("988", '1', "veterans"),
        ],
        checked: PAGE,
    },
    CrisisLine {
        id: "veterans",
        name: "Veterans Crisis Line",
        what: "The same for veterans and those who care about them, by text.",
        ways: &[Way::Text("", "838255")],
        checked: PAGE,
    },
    CrisisLine {
        id: "crisis_text",
        name: "Crisis Text Line",
        what: "Any crisis, in writing.",
        ways: &[Way::Text("HOME", "741741")],
        checked: PAGE,
    },
    CrisisLine {
        id: "domestic_violence",
        name: "National Domestic Violence Hotline",
        what: "Harm or fear from a partner or at home.",
        ways: &[Way::Call("1-800-799-7233"), Way::Text("START", "88788")],
        checked: PAGE,
    },
    CrisisLine {
        id: "poison",
        name: "Poison Control",
        what: "Something swallowed, breathed in or injected that may be harmful.",
        ways: &[Way::Call("1-800-222-1222")],
        checked: PAGE,
    },
    CrisisLine {
        id: "trevor",
        name: "The Trevor Project",
        what: "LGBTQ+ young people in a crisis.",
        ways: &[Way::Call("1-866-488-7386")],
        checked: PAGE,
    },
    CrisisLine {
        id: "samhsa",
        name: "SAMHSA National Helpline",
        what: "Finding care, in English and Spanish. It refers, and does not counsel.",
        ways: &[Way::Call("1-800-662-4357"), Way::Tty("1-800-487-4889")],
        checked: PAGE,
    },
    CrisisLine {
        id: "find_treatment",
        name: "FindTreatment.gov",
        what: "A neutral list of places for care.",
        ways: &[Way::Web("https://findtreatment.gov/")],
        checked: PAGE,
    },
];

/// The lines that were last checked more than [`CHECK_AFTER`] days before this day.
pub fn overdue(today: i64) -> Vec<&'static CrisisLine> {
    CRISIS_LINES.iter().filter(|line| day_number(line.checked).is_none_or(|day| today - day > CHECK_AFTER)).collect()
}

/// The number of a day (year-month-day), counted from 1 January 1970. None if there is no such day.
pub fn day_number(date: &str) -> Option<i64> {
    let part = |range: core::ops::Range<usize>| date.get(range)?.parse::<u16>().ok().map(i64::from);
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    let fits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    let shaped = date.len() == 10 && date.bytes().enumerate().all(fits);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    if !shaped || !(1..=length).contains(&day) {
        return None;
    }
    // Years counted from March, so that a leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(days + (month * 153 + 2) / 5 + day - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::{CHECK_AFTER, CRISIS_LINES, day_number, overdue};

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (date, number) in [
            ("1970-01-01", 0),
            ("1970-03-01", 59),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2024-12-31", 20_088),
            ("2026-11-21", 20_778),
        ] {
            assert_eq!(day_number(date), Some(number), "{date}");
        }
        for wrong in [
            "",
            "2026-1-1",
            "2026-13-01",
            "2026-02-29",
            "1900-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-00-10",
            "2026/01/01",
            "+026-01-01",
        ] {
            assert_eq!(day_number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_line_is_overdue_after_half_a_year() {
        let oldest = CRISIS_LINES.iter().filter_map(|line| day_number(line.checked)).min().unwrap();
        assert!(overdue(oldest + CHECK_AFTER).is_empty());
        assert!(!overdue(oldest + CHECK_AFTER + 1).is_empty());
        assert_eq!(overdue(oldest + 10_000).len(), CRISIS_LINES.len());
    }
}
