//! Which programs fit, in which order, and what is said of each.

use program_finder::content::{Age, QUESTIONNAIRE};
use program_finder::engine::{AddOn, AddOnSet, Level, OptionSet};
use program_finder::provider::{
    Config, Direction, EnumSet, Match, MatchQuery, MatchReason, Matches, Mismatch, Time, Track, When, matches,
};
use serde_json::{Value, json};

use super::kinds::ten;
use super::{full, good};

pub fn config(programs: &[Value]) -> Config {
    let mut config = full();
    let mut programs = programs.to_vec();
    for program in &mut programs {
        program.as_object_mut().unwrap().entry("treats").or_insert(json!(["substance_use", "mental_health"]));
    }
    config["programs"] = json!(programs);
    good(&config)
}

/// A program at a level that meets at these times.
pub fn program(name: &str, level: &str, times: &[&str]) -> Value {
    json!({ "name": name, "level": level, "schedule": { "times": times } })
}

pub fn and(mut value: Value, more: Value) -> Value {
    let fields = value.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    value
}

/// A program at each of two levels, named after it.
fn config_of_two(one: &str, other: &str) -> Config {
    config(&[program(one, one, &[]), program(other, other, &[])])
}

pub fn adult(level: Level) -> MatchQuery {
    MatchQuery {
        levels: vec![level],
        age: Age::Adult,
        when: EnumSet::NONE,
        adds: AddOnSet::NONE,
        came_for: EnumSet::NONE,
        tracks: EnumSet::NONE,
        unsettled: false,
        safety: false,
        withdrawal: false,
    }
}

pub fn names(found: &Matches) -> Vec<&str> {
    found.fitting.iter().map(|m| m.name.as_str()).collect()
}

pub fn answers(given: &[(&str, &str)]) -> OptionSet {
    given.iter().fold(OptionSet::NONE, |all, (question, option)| {
        all.union(QUESTIONNAIRE.question(question).and_then(|q| q.option(option)).expect("an option"))
    })
}

pub fn evenings() -> EnumSet<When> {
    EnumSet::of(&[When::Evenings])
}

fn dual() -> EnumSet<Track> {
    EnumSet::of(&[Track::DualDiagnosis])
}

fn by_video() -> EnumSet<When> {
    EnumSet::of(&[When::Video])
}

#[test]
fn level_and_age_decide_and_the_provider_orders() {
    let all: Vec<Value> = ten().into_iter().map(|(_, value)| value).collect();
    let config = config(&all);
    assert_eq!(names(&matches(&config, &adult(Level::Outpatient))), ["Counseling"]);
    let iop = ["IOP", "Evening IOP", "Day program", "LGBTQ+ IOP", "Video IOP"];
    assert_eq!(names(&matches(&config, &adult(Level::Iop))), iop);
    assert_eq!(names(&matches(&config, &adult(Level::Php))), ["PHP", "Dual diagnosis PHP"]);
    let teen = MatchQuery { age: Age::Teen, ..adult(Level::Iop) };
    assert_eq!(names(&matches(&config, &teen)), ["Teen IOP"]);
    // A child under 13 is offered nothing, and nothing is said to be missing.
    let child = MatchQuery { age: Age::Child, ..adult(Level::Iop) };
    assert_eq!(matches(&config, &child), Matches::default());
    // A close call shows the programs of both levels, the less intensive first.
    let close = MatchQuery { levels: vec![Level::Outpatient, Level::Iop], ..adult(Level::Iop) };
    assert_eq!(names(&matches(&config, &close)), [&["Counseling"][..], &iop].concat());
    // The place of a program is its place in the configuration.
    for found in matches(&config, &close).fitting {
        assert_eq!(config.programs[found.program].name.say("en"), found.name);
    }
}

#[test]
fn a_track_that_the_rules_ask_for_comes_first() {
    let made_so = json!({ "tracks": ["dual_diagnosis"] });
    let config = config(&[
        program("plain evening", "iop", &["evenings"]),
        and(program("dual by day", "iop", &["daytime"]), made_so.clone()),
        and(program("dual evening", "iop", &["evenings"]), made_so),
    ]);
    let wanted = MatchQuery { tracks: dual(), when: evenings(), ..adult(Level::Iop) };
    let found = matches(&config, &wanted);
    assert_eq!(names(&found), ["dual evening", "dual by day", "plain evening"]);
    assert_eq!(found.fitting[0].fits, [MatchReason::DualDiagnosis, MatchReason::Evenings]);
    assert_eq!(found.fitting[0].mismatches, []);
    assert_eq!(found.fitting[1].mismatches, [Mismatch::Daytime]);
    assert_eq!(found.fitting[2].mismatches, [Mismatch::NoDualDiagnosis]);
    // Not asked for, it is neither a fit nor a mismatch.
    let found = matches(&config, &adult(Level::Iop));
    assert_eq!(names(&found), ["plain evening", "dual by day", "dual evening"]);
    assert!(found.fitting.iter().all(|m| m.fits.is_empty() && m.mismatches.is_empty()));
}

#[test]
fn of_what_sorts_programs_each_weighs_more_than_all_that_follows() {
    // A track that is asked for, before whether it can be come to in person.
    let config_of = |first: Value, second: Value| {
        config(&[and(program("A", "iop", &[]), first), and(program("B", "iop", &[]), second)])
    };
    let by_video = config_of(json!({}), json!({ "tracks": ["dual_diagnosis"], "setting": "video" }));
    let dual = MatchQuery { tracks: dual(), unsettled: true, ..adult(Level::Iop) };
    assert_eq!(names(&matches(&by_video, &dual)), ["B", "A"]);
    // When it meets, before whether by video.
    let times = config_of(
        json!({ "schedule": { "times": ["daytime", "evenings"] } }),
        json!({ "schedule": { "times": ["evenings"] }, "setting": "video" }),
    );
    let found = matches(&times, &MatchQuery { when: evenings(), ..adult(Level::Iop) });
    assert_eq!(names(&found), ["B", "A"]);
    assert_eq!(found.fitting[0].mismatches, [Mismatch::OnlyVideo]);
}

#[test]
fn teens_see_what_is_made_for_them_first() {
    let config = config(&[
        and(program("from 16", "iop", &[]), json!({ "ages": { "from": 16 } })),
        and(program("teens", "iop", &[]), json!({ "tracks": ["adolescent"] })),
        and(program("up to 17", "iop", &[]), json!({ "ages": { "to": 17 } })),
        program("adults", "iop", &[]),
    ]);
    let found = matches(&config, &MatchQuery { age: Age::Teen, ..adult(Level::Iop) });
    assert_eq!(names(&found), ["teens", "up to 17", "from 16"]);
    assert_eq!(found.fitting[0].fits, [MatchReason::Adolescent]);
    assert_eq!(names(&matches(&config, &adult(Level::Iop))), ["from 16", "adults"]);
}

#[test]
fn times_order_programs_and_each_mismatch_is_said() {
    let config = config(&[
        program("day", "iop", &["daytime"]),
        program("not said", "iop", &[]),
        program("day and weekend", "iop", &["weekends", "daytime"]),
        program("day or evening", "iop", &["daytime", "evenings"]),
        program("evening", "iop", &["evenings"]),
    ]);
    let found = matches(&config, &MatchQuery { when: evenings(), ..adult(Level::Iop) });
    assert_eq!(names(&found), ["evening", "day or evening", "not said", "day", "day and weekend"]);
    let said: Vec<(Vec<MatchReason>, Vec<Mismatch>)> =
        found.fitting.iter().map(|m| (m.fits.iter().collect(), m.mismatches.iter().collect())).collect();
    assert_eq!(
        said,
        [
            (vec![MatchReason::Evenings], vec![]),
            (vec![MatchReason::Evenings], vec![]),
            (vec![], vec![]),
            (vec![], vec![Mismatch::Daytime]),
            (vec![], vec![Mismatch::NoEvenings]),
        ]
    );
    // "Any time" and no answer leave the provider's own order.
    assert_eq!(names(&matches(&config, &adult(Level::Iop)))[0], "day");
}

#[test]
fn video() {
    let config = config(&[
        program("in person", "iop", &["evenings"]),
        and(program("video", "iop", &["evenings"]), json!({ "setting": "video" })),
        and(program("both", "iop", &["evenings"]), json!({ "setting": ["in_person", "video"] })),
    ]);
    let said = |wanted: &MatchQuery| -> Vec<(String, EnumSet<MatchReason>, EnumSet<Mismatch>)> {
        matches(&config, wanted).fitting.into_iter().map(|m| (m.name, m.fits, m.mismatches)).collect()
    };
    let entry =
        |name: &str, fits: &[MatchReason], not: &[Mismatch]| (name.to_owned(), EnumSet::of(fits), EnumSet::of(not));
    assert_eq!(
        said(&MatchQuery { when: by_video(), ..adult(Level::Iop) }),
        [
            entry("video", &[MatchReason::Video], &[]),
            entry("both", &[MatchReason::Video], &[]),
            entry("in person", &[], &[Mismatch::NoVideo])
        ]
    );
    assert_eq!(
        said(&MatchQuery { when: evenings(), ..adult(Level::Iop) }),
        [
            entry("in person", &[MatchReason::Evenings], &[]),
            entry("both", &[MatchReason::Evenings], &[]),
            entry("video", &[MatchReason::Evenings], &[Mismatch::OnlyVideo])
        ]
    );
    // Where safety or withdrawal is not settled, video alone comes last and is no advantage.
    assert_eq!(
        said(&MatchQuery { when: by_video(), unsettled: true, ..adult(Level::Iop) }),
        [entry("both", &[], &[]), entry("in person", &[], &[Mismatch::NoVideo]), entry("video", &[], &[])]
    );
}

#[test]
fn where_nothing_fits_the_nearest_levels_are_shown_as_what_they_are() {
    let config = config(&[
        program("one to one", "outpatient", &[]),
        program("full day", "php", &[]),
        program("after", "aftercare", &[]),
        and(program("teens", "iop", &[]), json!({ "tracks": "adolescent" })),
    ]);
    let found = matches(&config, &adult(Level::Iop));
    assert_eq!(found.missing, [Level::Iop]);
    assert!(found.fitting.is_empty() && found.aftercare.is_empty());
    let near: Vec<_> = found.nearest.iter().map(|n| (n.direction, n.program.name.as_str())).collect();
    assert_eq!(near, [(Direction::Less, "one to one"), (Direction::More, "full day")]);
    // The nearest level at which there is something, and no other.
    let found = matches(&config, &MatchQuery { levels: vec![Level::Php], age: Age::Teen, ..adult(Level::Php) });
    assert_eq!(found.nearest.iter().map(|n| n.program.name.as_str()).collect::<Vec<_>>(), ["teens"]);
    let later = config_of_two("iop", "php");
    let found = matches(&later, &adult(Level::Outpatient));
    assert_eq!(found.nearest.iter().map(|n| n.program.name.as_str()).collect::<Vec<_>>(), ["iop"]);
    let found = matches(&later, &adult(Level::DayAndNight));
    assert_eq!(found.nearest.iter().map(|n| n.program.name.as_str()).collect::<Vec<_>>(), ["php"]);
    // 24-hour care is never sold here: always missing, and the nearest is less.
    let found = matches(&config, &adult(Level::DayAndNight));
    assert_eq!(found.missing, [Level::DayAndNight]);
    assert_eq!(found.nearest.iter().map(|n| n.direction).collect::<Vec<_>>(), [Direction::Less]);
    assert_eq!(found.nearest[0].program.name, "full day");
    // One level of a close call is enough to show, and the other is named as missing.
    let found = matches(&config, &MatchQuery { levels: vec![Level::Iop, Level::Php], ..adult(Level::Iop) });
    assert_eq!((names(&found), &found.missing[..], found.nearest.len()), (vec!["full day"], &[Level::Iop][..], 0));
    // With no programs at all there is nothing near.
    let found = matches(&Config::default(), &adult(Level::Iop));
    assert_eq!(found, Matches { missing: vec![Level::Iop], ..Matches::default() });
}

#[test]
fn aftercare_is_offered_where_asked_for_and_is_never_the_level() {
    let config = config(&[program("after", "aftercare", &["weekends"]), program("talk", "outpatient", &[])]);
    let asked = MatchQuery { adds: AddOnSet::NONE.with(AddOn::Aftercare), ..adult(Level::Outpatient) };
    let found = matches(&config, &asked);
    assert_eq!(found.aftercare[0].name, "after");
    assert_eq!((names(&found), found.aftercare[0].level), (vec!["talk"], None));
    assert!(Level::ALL.into_iter().all(|level| matches(&config, &adult(level)).aftercare.is_empty()));
}

#[test]
fn answers_say_what_is_wanted() {
    let base = [
        ("who", "me"),
        ("danger", "none"),
        ("concern", "substances"),
        ("suicide", "none"),
        ("use", "some"),
        ("substances", "alcohol"),
        ("longest", "month"),
        ("led_to", "none"),
        ("body", "none"),
        ("home", "supportive"),
        ("care", "none"),
    ];
    let wanted = MatchQuery::of(answers(&base), by_video(), &[Level::Outpatient]);
    assert_eq!((wanted.when, wanted.levels), (by_video(), vec![Level::Outpatient]));
    assert_eq!((wanted.age, wanted.unsettled), (Age::Adult, false));
    let with = |question: &str, option: &str| {
        let mut given = base.to_vec();
        given.retain(|(other, _)| *other != question);
        given.push((question, option));
        MatchQuery::of(answers(&given), EnumSet::NONE, &[Level::Outpatient])
    };
    assert_eq!(with("who", "my_teen").age, Age::Teen);
    assert_eq!(with("who", "child").levels, []);
    assert!(with("home", "unsafe").unsettled);
    assert!(with("danger", "withdrawal_now").unsettled);
    assert!(with("body", "unstable").unsettled);
}

/// Every wish over every pair of programs: what is printed is the same each time, names each program once,
/// and a program that meets at the wrong time never stands before one that does not.
#[test]
fn every_wish_has_one_answer() {
    let times: [&[&str]; 5] = [&[], &["daytime"], &["evenings"], &["weekends"], &["daytime", "evenings"]];
    let mut programs = Vec::new();
    for level in ["outpatient", "iop", "php", "aftercare"] {
        for times in times {
            for setting in [json!("video"), json!("in_person"), json!(["in_person", "video"])] {
                programs.push(and(program("A", level, times), json!({ "setting": setting })));
            }
        }
    }
    let config = config(&programs);
    for bits in 0..64 {
        let bit = |index: u32| bits >> index & 1 == 1;
        let mut when = EnumSet::NONE;
        (0..4).filter(|index| bit(*index)).for_each(|index| when.flip(When::ALL[index as usize]));
        let tracks = if bit(4) { dual() } else { EnumSet::NONE };
        for level in Level::ALL {
            let wanted = MatchQuery { when, tracks, unsettled: bit(5), ..adult(level) };
            let found = matches(&config, &wanted);
            let printed = serde_json::to_string(&found).unwrap();
            assert_eq!(printed, serde_json::to_string(&matches(&config, &wanted)).unwrap());
            let mut indices: Vec<usize> = found.fitting.iter().map(|m| m.program).collect();
            indices.sort_unstable();
            indices.dedup();
            assert_eq!(indices.len(), found.fitting.len());
            assert_eq!(found.fitting.len(), if level == Level::DayAndNight { 0 } else { 15 });
            let at_the_wrong_time = |m: &Match| {
                m.mismatches.iter().any(|mismatch| {
                    let other = [Mismatch::NoDualDiagnosis, Mismatch::NoVideo, Mismatch::OnlyVideo];
                    !other.contains(&mismatch)
                })
            };
            if !wanted.unsettled {
                assert!(found.fitting.is_sorted_by_key(at_the_wrong_time));
            }
            for m in &found.fitting {
                let program = &config.programs[m.program];
                for (time, fit) in
                    Time::ALL.iter().zip([MatchReason::Daytime, MatchReason::Evenings, MatchReason::Weekends])
                {
                    let both = program.schedule.times.has(*time) && bit(*time as u32);
                    assert_eq!(m.fits.has(fit), both, "{when:?} {program:?}");
                }
                let only = program.only_by_video();
                let wants_other = bit(0) || bit(1) || bit(2);
                assert_eq!(m.fits.has(MatchReason::Video), bit(3) && program.by_video() && !bit(5));
                assert_eq!(m.mismatches.has(Mismatch::NoVideo), bit(3) && !program.by_video());
                assert_eq!(m.mismatches.has(Mismatch::OnlyVideo), only && wants_other && !bit(3));
            }
            // Video alone is last of all where it does not suit.
            assert!(
                !wanted.unsettled || found.fitting.is_sorted_by_key(|m| config.programs[m.program].only_by_video())
            );
        }
    }
}

#[test]
fn what_is_printed() {
    let config = config(&[and(program("A", "iop", &["daytime"]), json!({ "tracks": "dual_diagnosis" }))]);
    let wanted = MatchQuery { when: evenings(), tracks: dual(), ..adult(Level::Outpatient) };
    let expected = r#"{"fitting":[],"missing":["outpatient"],"nearest":[{"direction":"more","program":{"program":0,"name":"A","level":"iop","kind":"dual_diagnosis","fits":["dual_diagnosis"],"mismatches":["daytime"]}}],"other":[],"aftercare":[],"referrals":[],"safety":false}"#;
    assert_eq!(serde_json::to_string(&matches(&config, &wanted)).unwrap(), expected);
}
