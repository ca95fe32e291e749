//! Days of the calendar. Nothing here reads a clock: which day it is today is a value that the host hands in.

use alloc::string::String;

use super::value::{concat, decimal, is_day};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u16,
    /// 1 to 31.
    pub day: u16,
}

impl Date {
    /// Of the number that the digits of year, month and day make, such as 20260531. None if there is no such day.
    pub fn of(digits: u32) -> Option<Date> {
        let date =
            Date { year: (digits / 10_000) as u16, month: (digits / 100 % 100) as u16, day: (digits % 100) as u16 };
        is_day(digits).then_some(date)
    }
    /// Year-month-day, as it is written in a configuration.
    pub fn iso(self) -> String {
        let two = |number: u16| concat(&[if number < 10 { "0" } else { "" }, &decimal(number.into())]);
        concat(&[&decimal(self.year.into()), "-", &two(self.month), "-", &two(self.day)])
    }
    /// How many days later the other day is. Under zero where it is earlier.
    pub const fn days_until(self, other: Date) -> i32 {
        other.number() - self.number()
    }
    /// The days since a day long ago: years begin in March, so that the leap day is the last of its year.
    const fn number(self) -> i32 {
        let (year, month) = (self.year as i32, self.month as i32);
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + self.day as i32
    }
}
