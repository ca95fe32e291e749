//! How the values of other modules are written as data: by their public names.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::content::{Audience, Danger};
use crate::engine::{AddOn, AddOnSet, Certainty, Level, Range, Step};
use crate::provider::{
    Alternative, Direction, EnumSet, Kind, Match, MatchReason, Matches, Mismatch, Referral, Vocabulary,
};

macro_rules! written_by_name {
    ($($name:ty),+) => {
        $(impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        })+
    };
}

written_by_name!(Level, Step, AddOn, Certainty, Audience, Danger, Direction, MatchReason, Kind, Mismatch, Referral);

impl Serialize for AddOnSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<T: Vocabulary + Serialize> Serialize for EnumSet<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Writes a record field by field. It names every field, so that a new one cannot be forgotten here.
macro_rules! written_by_fields {
    ($name:ident { $($field:ident),+ }) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $name { $($field),+ } = self;
                let mut record = serializer.serialize_struct(stringify!($name), [$(stringify!($field)),+].len())?;
                $(record.serialize_field(stringify!($field), $field)?;)+
                record.end()
            }
        }
    };
}

written_by_fields!(Range { low, high });
written_by_fields!(Match { program, name, level, kind, fits, mismatches });
written_by_fields!(Alternative { direction, program });
written_by_fields!(Matches { fitting, missing, nearest, other, aftercare, referrals, safety });
