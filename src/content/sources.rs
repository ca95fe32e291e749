//! What the rules rest on. Federal and public-domain unless the note says otherwise.

/// One source.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The name by which rules cite it.
    pub id: &'static str,
    /// Author, title, year.
    pub title: &'static str,
    /// Where it is found: an address, a document number or a DOI.
    pub place: &'static str,
}

const fn source(id: &'static str, title: &'static str, place: &'static str) -> Source {
    Source { id, title, place }
}

/// Every source that a rule cites.
pub const SOURCES: &[Source] = &[
    source(
        "samhsa-iop-2021",
        "SAMHSA Advisory: Clinical Issues in Intensive Outpatient Treatment for Substance Use Disorders (2021)",
        "samhsa.gov, publication PEP20-02-01-021",
    ),
    source("tip-47", "SAMHSA TIP 47: Substance Abuse: Clinical Issues in Intensive Outpatient Treatment", "NBK64093"),
    source("tip-45", "SAMHSA TIP 45: Detoxification and Substance Abuse Treatment", "NBK64115"),
    source(
        "tip-42",
        "SAMHSA TIP 42: Substance Use Disorder Treatment for People With Co-Occurring Disorders",
        "NBK571020",
    ),
    source("tip-63", "SAMHSA TIP 63: Medications for Opioid Use Disorder", "NBK574910"),
    source("tip-35", "SAMHSA TIP 35: Enhancing Motivation for Change in Substance Use Disorder Treatment", "NBK571071"),
    source(
        "medicare-iop",
        "Medicare coverage of intensive outpatient services: from 9 hours a week, since 1 January 2024",
        "42 CFR 410.44",
    ),
    source("medicare-php", "Medicare coverage of partial hospitalization: from 20 hours a week", "42 CFR 410.43"),
    source(
        "mccarty-2014",
        "McCarty et al.: Substance Abuse Intensive Outpatient Programs: Assessing the Evidence (2014; cited, not copied)",
        "PMC4152944",
    ),
    source(
        "cochrane-day-hospital",
        "Day hospital versus admission for acute psychiatric disorders (cited, not copied)",
        "Cochrane CD004026",
    ),
    source(
        "afp-2021",
        "American Family Physician 2021;104:253, on outpatient alcohol withdrawal (cited, not copied)",
        "AFP 104(3):253-262",
    ),
    source(
        "benzo-2025",
        "Joint clinical practice guideline on benzodiazepine tapering (2025; cited, not copied)",
        "doi 10.1007/s11606-025-09499-2",
    ),
    source(
        "tip-50",
        "SAMHSA TIP 50: Addressing Suicidal Thoughts and Behaviors in Substance Abuse Treatment",
        "NBK64022",
    ),
    source("tip-25", "SAMHSA TIP 25: Substance Abuse Treatment and Domestic Violence", "NBK64437"),
    source(
        "medicare-php-lcd",
        "CMS: Psychiatric Partial Hospitalization Programs (local coverage determination)",
        "LCD L34196",
    ),
    source("niaaa-levels", "NIAAA: drinking levels and patterns defined", "niaaa.nih.gov"),
    source(
        "chung-2017",
        "Chung et al.: Suicide Rates After Discharge From Psychiatric Facilities (2017; cited, not copied)",
        "PMC5710249",
    ),
    source(
        "mmwr-2025",
        "CDC, Morbidity and Mortality Weekly Report 2025;74(15):266, on withdrawal where opioids hold medetomidine",
        "MMWR 74(15):266",
    ),
    source(
        "fda-2019-opioids",
        "FDA, drug safety communication of 9 April 2019: harm from stopping opioid medicines suddenly",
        "fda.gov, 9 April 2019",
    ),
    source(
        "overdose-toolkit",
        "SAMHSA: Overdose Prevention and Response Toolkit",
        "samhsa.gov, publication PEP23-03-00-001",
    ),
    source("mericle-2021", "Mericle et al., on recovery housing (2021; cited, not copied)", "PMC8748296"),
    source("nimh-eating", "NIMH: eating disorders", "nimh.nih.gov"),
    source("hrsa-maternal", "HRSA: National Maternal Mental Health Hotline", "mchb.hrsa.gov, 1-833-852-6262"),
    source("nimh-asq", "NIMH: suicide risk screening toolkit", "nimh.nih.gov, ASQ toolkit"),
    source("samhsa-988", "SAMHSA: 988 Suicide and Crisis Lifeline", "samhsa.gov/988"),
];
