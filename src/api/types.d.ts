/** A provider's configuration: see docs/configuration.md. What is wrong with it is named by `Session.problems`. */
export type Configuration = Record<string, unknown>;

/** Answers by the ids of questions: an option's id, or a list of them where several can be chosen together. */
export type Answers = Record<string, string | string[]>;

/** Every sentence of one language, by key: the content of www/text/LANG.json. */
export type Catalog = Record<string, string>;

export type Level = 'outpatient' | 'iop' | 'php' | 'day_and_night';
export type FirstStepName = 'emergency' | 'medical' | 'check';
export type AddOn =
  | 'safety_plan'
  | 'domestic_violence'
  | 'naloxone'
  | 'opioid_medication'
  | 'alcohol_medication'
  | 'dual_diagnosis'
  | 'housing'
  | 'family'
  | 'aftercare'
  | 'discharge'
  | 'perinatal'
  | 'eating';
export type Certainty = 'one' | 'two' | 'at_least' | 'not_enough';
export type Audience = 'self' | 'teen' | 'child' | 'other';
export type DangerName = 'medical' | 'withdrawal' | 'being_hurt' | 'harm_others' | 'suicide';
export type State = 'one_level' | 'two_levels' | 'at_least' | 'not_enough' | 'child';
export type Availability = 'daytime' | 'evenings' | 'weekends' | 'video';

/** Everything that was decided for a set of answers and a configuration. */
export interface Decision {
  /** What the rules make of the answers. */
  outcome: Outcome;
  /** What a visitor is told of it, and in which order. */
  suggestion: Suggestion;
  /** Which of the provider's programs fit. */
  programs: Programs;
}

export interface Outcome {
  /** Version of the rule set. */
  rules: string;
  /** The questions asked, in order. */
  path: string[];
  /** The first question that is not answered yet. */
  next: string | null;
  /** What comes before any level, the most urgent first. */
  first_steps: FirstStepName[];
  /** The level suggested. */
  level: Level | null;
  /** The levels that the unknown answers leave open. */
  range: Range | null;
  certainty: Certainty | null;
  /** What goes beside the level. */
  add_ons: AddOn[];
  /** The rules that fired, those that hold the level first. */
  fired: Fired[];
  /** The questions whose answers held the level down. */
  held_down_by: string[];
  /** The questions that the level rests on: with the answer to one of them at its mildest, it would be lower. */
  rests_on: string[];
  /** Whether what was told about safety holds the level: then show nothing lower. */
  safety_holds: boolean;
  /** The open questions of which any known answer would leave one level. */
  settled_by: string[];
  /** The nearest single answers that would move the level. */
  would_change: WhatIf[];
}

export interface Range {
  low: Level;
  high: Level;
}

export interface Fired {
  rule: string;
  /** The least intensive level that it asks for. */
  floor: Level | null;
  step: FirstStepName | null;
  add_ons: AddOn[];
  because: Given[];
  /** Ids of its sources. */
  sources: string[];
}

/** An answer: a question, and the options chosen. */
export interface Given {
  question: string;
  answer: string[];
}

export interface WhatIf {
  question: string;
  /** The answer that would be given instead. */
  answer: string[];
  /** The level that it would lead to. */
  level: Level;
}

export interface Suggestion {
  /** To whom it is told: the wording. */
  audience: Audience;
  /** The dangers named, the most urgent first. Each comes before everything else: show it first. */
  dangers: DangerName[];
  /** What to do before a program starts. */
  first_step: FirstStep | null;
  state: State;
  /** The levels suggested, from the least intensive. */
  levels: Level[];
  /** Why it is this level, in order. */
  reasons: Reason[];
  /** The questions whose answers held the level down. */
  held_down_by: string[];
  /** The single answers that would change the level. */
  changes: WhatIf[];
  /** What to do beside the level, today. */
  today: AddOn[];
  /** What to ask for beside the level, later. */
  later: AddOn[];
  /** The programs in the order in which they are shown, by their index in the configuration. */
  program_order: number[];
  /** Whether the visitor is asked when they could come. */
  asks_when: boolean;
}

export interface FirstStep {
  step: FirstStepName;
  /** The keys of its sentences, in order. */
  words: string[];
  reasons: Reason[];
}

export interface Reason {
  rule: string;
  because: Given[];
}

export interface Programs {
  /** The programs that fit, the best fit first. */
  fitting: Program[];
  /** The suggested levels at which the provider lists nothing for the person's age. */
  missing: Level[];
  /** Where nothing fits: the programs of the nearest levels. */
  nearest: NearProgram[];
  /** The programs of a suggested level that do not treat what the person came for. */
  other: Program[];
  aftercare: Program[];
  /** What partners of the provider are named for. */
  referrals: string[];
  /** Whether what was told about safety holds the level. */
  safety: boolean;
}

export interface Program {
  /** Its index in the configuration. */
  program: number;
  name: string;
  level: Level | null;
  kind: string;
  fits: string[];
  mismatches: string[];
}

export interface NearProgram {
  /** How it compares with what is suggested. */
  direction: 'less' | 'more';
  program: Program;
}

/** Where a session stands. */
export type Position = AtQuestion | AtDanger | AtResult;

export interface AtQuestion {
  at: 'question';
  question: Question;
}

/** Somebody is in danger now: show this before anything else, then offer `goOn`. */
export interface AtDanger {
  at: 'danger';
  dangers: Danger[];
}

/** Every question is answered: the decision can be read. */
export interface AtResult {
  at: 'result';
}

export interface Question {
  id: string;
  /** What is asked, for the audience that the answers so far ask for. */
  ask: string;
  /** A hint, or nothing. */
  hint: string;
  /** Several options can be chosen together. */
  many: boolean;
  options: Option[];
  /** Which question this is, and of about how many, as it is told to visitors. */
  progress: string;
}

export interface Option {
  id: string;
  words: string;
  /** It is chosen already: the question was answered before. */
  chosen: boolean;
  /** It cannot be chosen together with another one. */
  alone: boolean;
  /** It says that the answer is not known. */
  unknown: boolean;
}

export interface Danger {
  danger: DangerName;
  title: string;
  text: string;
  /** Whom to reach, in this order. */
  lines: Line[];
}

export interface Line {
  words: string;
  address: string;
}
