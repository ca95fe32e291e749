//! What is wrong with a configuration, and where.

use super::data::Data;

/// One thing that is wrong, in words for whoever keeps the configuration. Visitors never see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which field, as in `programs[2].schedule.slots[0].day`.
    pub field: String,
    /// What was found there.
    pub found: String,
    /// What is allowed there.
    pub allowed: String,
    /// What the finder does about it.
    pub consequence: &'static str,
}

impl Problem {
    /// The whole problem in one line.
    pub fn message(&self) -> String {
        [&self.field, ": found ", &self.found, ", expected ", &self.allowed, ". ", self.consequence].concat()
    }
}

/// What most wrong fields come to.
pub(super) const LEFT_OUT: &str = "It is left out.";

/// A place in a configuration: on the stack, and written out only where something is wrong.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    pub(super) const TOP: At<'static> = At { up: None, step: Step::Field("configuration") };

    pub(super) const fn field(&'a self, name: &'a str) -> At<'a> {
        At { up: Some(self), step: Step::Field(name) }
    }
    pub(super) const fn item(&'a self, place: usize) -> At<'a> {
        At { up: Some(self), step: Step::Item(place) }
    }
    fn path(&self) -> String {
        // The top is named only where it is meant itself.
        let mut path = match self.up {
            Some(up) if up.up.is_some() => up.path(),
            _ => String::new(),
        };
        match self.step {
            Step::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Item(place) => {
                path.push('[');
                path.push_str(&place.to_string());
                path.push(']');
            }
        }
        path
    }
}

/// Collects problems while a configuration is read.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    /// Something was found that is not allowed. Gives nothing, so that a reader can end with it.
    pub(super) fn wrong<T>(&mut self, at: &At, found: &Data, allowed: &str, consequence: &'static str) -> Option<T> {
        self.found(at, found.found(), allowed, consequence);
        None
    }
    pub(super) fn found(&mut self, at: &At, found: String, allowed: &str, consequence: &'static str) {
        self.problems.push(Problem { field: at.path(), found, allowed: allowed.to_owned(), consequence });
    }
    /// The named fields of a record. Names that are not known are problems of their own.
    pub(super) fn fields<'d>(
        &mut self,
        at: &'d At<'d>,
        data: &'d Data,
        known: &[&'static str],
        consequence: &'static str,
    ) -> Option<Fields<'d>> {
        let Data::Record(fields) = data else {
            return self.wrong(at, data, &joined("a group of the fields ", known), consequence);
        };
        for (place, (name, _)) in fields.iter().enumerate() {
            if fields[..place].iter().any(|(before, _)| before == name) {
                let found = "a field that is given twice".to_owned();
                self.found(&at.field(&short(name)), found, "each field once", "The last one is used.");
                continue;
            }
            // Editors offer help by the schema that a file names.
            let schema = name == "$schema" && at.up.is_none();
            if !known.contains(&name.as_str()) && !schema {
                let allowed = match nearest(name, known) {
                    Some(meant) => ["\"", meant, "\", perhaps"].concat(),
                    None => joined("one of ", known),
                };
                let found = "a field that is not known".to_owned();
                self.found(&at.field(&short(name)), found, &allowed, LEFT_OUT);
            }
        }
        Some(Fields { at, fields })
    }
}

/// The fields of a record, and where it stands.
pub(super) struct Fields<'d> {
    pub(super) at: &'d At<'d>,
    fields: &'d [(String, Data)],
}

impl Fields<'_> {
    /// The value of a field. A field that holds nothing counts as left out.
    pub(super) fn get(&self, name: &str) -> Option<&Data> {
        let (_, data) = self.fields.iter().rfind(|(field, _)| field == name)?;
        (*data != Data::Null).then_some(data)
    }
    /// Reads a field, if it is there.
    pub(super) fn read<T>(
        &self,
        reader: &mut Reader,
        name: &'static str,
        consequence: &'static str,
        read: fn(&mut Reader, &At, &Data, &'static str) -> Option<T>,
    ) -> Option<T> {
        read(reader, &self.at.field(name), self.get(name)?, consequence)
    }
    /// Reads a field whose absence is a problem too.
    pub(super) fn require<T>(
        &self,
        reader: &mut Reader,
        name: &'static str,
        allowed: &str,
        consequence: &'static str,
        read: fn(&mut Reader, &At, &Data, &'static str) -> Option<T>,
    ) -> Option<T> {
        if self.get(name).is_none() {
            return reader.wrong(&self.at.field(name), &Data::Null, allowed, consequence);
        }
        self.read(reader, name, consequence, read)
    }
}

/// Names in one line.
pub(super) fn joined(before: &str, names: &[&str]) -> String {
    let mut line = String::from(before);
    line.push_str(&names.join(", "));
    line
}

/// A name that somebody made up, cut to a length that fits a message.
fn short(name: &str) -> String {
    name.chars().take(40).map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// The known name that was likely meant: at most two letters wrong, and fewer in short names.
pub(super) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let name = name.strip_prefix("--pf-").unwrap_or(name);
    if name.len() > 40 {
        return None;
    }
    let plain = |text: &str| -> Vec<u8> {
        text.bytes().filter(|b| !matches!(b, b'_' | b'-' | b' ')).map(|b| b.to_ascii_lowercase()).collect()
    };
    let written = plain(name);
    known
        .iter()
        .map(|other| (distance(&written, &plain(other)), *other))
        .filter(|(wrong, other)| *wrong <= 2 && *wrong * 3 <= other.len())
        .min_by_key(|(wrong, _)| *wrong)
        .map(|(_, other)| other)
}

/// How many letters have to be put in, taken out or changed to make one name of the other.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
