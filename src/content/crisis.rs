//! The crisis lines that the screens name, each with the date on which it was last checked.
//!
//! The one list of them. The words and numbers that visitors see are in `www/text`, `www/frame` and the screens, and are
//! not drawn from here, so that the module carries nothing twice: tests/content/crisis.rs holds all of them to this table.

/// A way to reach a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Call this number.
    Call(&'static str),
    /// Call this number, then press this digit, for what the last word says.
    Press(&'static str, char, &'static str),
    /// Call this number from a text telephone.
    Tty(&'static str),
    /// Call the first number, the relay service, and then the second, from a text telephone.
    Relay(&'static str, &'static str),
    /// Call this number from a videophone, for sign language.
    Video(&'static str),
    /// Text this word, or anything, to this number.
    Text(&'static str, &'static str),
    /// Open this page.
    Web(&'static str),
}

impl Way {
    /// The number that is dialed first, digits only.
    pub fn digits(self) -> Option<String> {
        match self {
            Way::Call(number)
            | Way::Press(number, ..)
            | Way::Tty(number)
            | Way::Relay(number, _)
            | Way::Video(number)
            | Way::Text(_, number) => Some(number.chars().filter(char::is_ascii_digit).collect()),
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
    /// What it is for, and to whom it is shown.
    pub what: &'static str,
    /// How to reach it.
    pub ways: &'static [Way],
    /// How to reach it in Spanish, where that is another word or page.
    pub spanish: &'static [Way],
    /// Where the line, or a federal agency, says so.
    pub source: &'static str,
    /// The day on which it was last checked, as year-month-day.
    pub checked: &'static str,
}

/// Days after which a line has to be checked again.
pub const CHECK_AFTER: i64 = 180;

/// How the lines below were checked, as the protocol says it: no more than was done.
pub const HOW_CHECKED: &str = "On that day each line was held against a stored copy of its source, or against a dated transcript of it. \
     No page was opened live for it, and nobody dialed the numbers.";

/// The day on which all of them were checked together.
const TODAY: &str = "2026-11-30";

/// Every line, in the order of urgency.
pub const CRISIS_LINES: &[CrisisLine] = &[
    CrisisLine {
        id: "emergency",
        name: "911",
        what: "Life at risk: overdose, a seizure, danger from somebody, a suicide attempt.",
        ways: &[Way::Call("911")],
        spanish: &[],
        source: "911.gov",
        checked: TODAY,
    },
    CrisisLine {
        id: "lifeline",
        name: "988 Suicide and Crisis Lifeline",
        what: "Thoughts of suicide, or any crisis of mental health or substance use. Also for somebody else. \
               The line for LGBTQ+ young people (press 3) ended on 17 July 2025. The government has said that it will \
               open again by the end of 2026: until it has, it is not shown.",
        ways: &[
            Way::Call("988"),
            Way::Text("", "988"),
            Way::Web("https://988lifeline.org/chat/"),
            Way::Press("988", '2', "Spanish"),
            Way::Press("988", '1', "veterans"),
            Way::Video("988"),
            Way::Relay("711", "988"),
        ],
        spanish: &[Way::Text("AYUDA", "988"), Way::Web("https://chat.988lifeline.org/?lang=es")],
        source: "988lifeline.org/get-help/what-to-expect; for the relay service 988lifeline.org/help-yourself/deaf-hard-of-hearing",
        checked: TODAY,
    },
    CrisisLine {
        id: "veterans",
        name: "Veterans Crisis Line",
        what: "The same for veterans and those who care about them, by text.",
        ways: &[Way::Text("", "838255")],
        spanish: &[],
        source: "veteranscrisisline.net",
        checked: TODAY,
    },
    CrisisLine {
        id: "crisis_text",
        name: "Crisis Text Line",
        what: "Any crisis, in writing. In Spanish its own pages have named two words over the years, HOLA and AYUDA; its \
               front page named HOLA when it was last read.",
        ways: &[Way::Text("HOME", "741741")],
        spanish: &[Way::Text("HOLA", "741741")],
        source: "crisistextline.org",
        checked: TODAY,
    },
    CrisisLine {
        id: "domestic_violence",
        name: "National Domestic Violence Hotline",
        what: "Harm or fear from a partner or at home. For adults; for a teen Childhelp comes first.",
        ways: &[Way::Call("1-800-799-7233"), Way::Text("START", "88788")],
        spanish: &[],
        source: "thehotline.org; ovc.ojp.gov, news of 20 January 2022",
        checked: TODAY,
    },
    CrisisLine {
        id: "childhelp",
        name: "Childhelp National Child Abuse Hotline",
        what: "Teens who are hurt or afraid at home, and their parents. It listens and advises; it takes no reports.",
        ways: &[Way::Call("1-800-422-4453"), Way::Text("", "1-800-422-4453")],
        spanish: &[],
        source: "childhelphotline.org/how-it-works",
        checked: TODAY,
    },
    CrisisLine {
        id: "poison",
        name: "Poison Control",
        what: "Something swallowed, breathed in or injected that may be harmful. After 911, never beside it.",
        ways: &[Way::Call("1-800-222-1222")],
        spanish: &[],
        source: "poison.org",
        checked: TODAY,
    },
    CrisisLine {
        id: "trevor",
        name: "The Trevor Project",
        what: "LGBTQ+ young people in a crisis, from 13 to 24: shown to teens, their parents and adults.",
        ways: &[Way::Call("1-866-488-7386"), Way::Text("START", "678678")],
        spanish: &[],
        source: "thetrevorproject.org/get-help",
        checked: TODAY,
    },
    CrisisLine {
        id: "perinatal",
        name: "National Maternal Mental Health Hotline",
        what: "Pregnancy and the time after a birth. It is no crisis line: 988 is.",
        ways: &[Way::Call("1-833-852-6262"), Way::Text("", "1-833-852-6262")],
        spanish: &[],
        source: "mchb.hrsa.gov/national-maternal-mental-health-hotline",
        checked: TODAY,
    },
    CrisisLine {
        id: "safespot",
        name: "SafeSpot",
        what: "Stays on the telephone with somebody who uses drugs alone, and sends help if they stop answering.",
        ways: &[Way::Call("1-800-972-0590")],
        spanish: &[],
        source: "safe-spot.me; helplinema.org, SafeSpot",
        checked: TODAY,
    },
    CrisisLine {
        id: "gambling",
        name: "National Problem Gambling Helpline",
        what: "Gambling. Its number is 1-800-MY-RESET since 2026; the one before it, 1-800-522-4700, leads there too. \
               1-800-GAMBLER has been a line of New Jersey's council since 29 September 2025, and is not shown.",
        ways: &[Way::Call("1-800-697-3738")],
        spanish: &[],
        source: "ncpgambling.org/help-treatment",
        checked: TODAY,
    },
    CrisisLine {
        id: "samhsa",
        name: "SAMHSA National Helpline",
        what: "Finding care, in English and Spanish. It refers, and does not counsel.",
        ways: &[Way::Call("1-800-662-4357"), Way::Tty("1-800-487-4889")],
        spanish: &[],
        source: "samhsa.gov/find-help/national-helpline",
        checked: TODAY,
    },
    CrisisLine {
        id: "find_treatment",
        name: "FindTreatment.gov",
        what: "A neutral list of places for care.",
        ways: &[Way::Web("https://findtreatment.gov/")],
        spanish: &[],
        source: "findtreatment.gov",
        checked: TODAY,
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
