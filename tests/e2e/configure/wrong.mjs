// Forty configurations with one thing wrong in each, as people write them: what is said of it, and where.

/** A configuration in which nothing is wrong, with a piece of it replaced. */
const RIGHT = `{
  "name": "Cedar Bend",
  "contact": {
    "phone": "(555) 555-0100",
    "email": "hello@cedarbend.example"
  },
  "programs": [
    {
      "name": "Evening IOP",
      "level": "iop",
      "treats": ["substance_use"],
      "schedule": { "slots": [
        { "day": "mon", "from": "18:00", "to": "21:00" },
        { "day": "wed", "from": "18:00", "to": "21:00" },
        { "day": "thu", "from": "18:00", "to": "21:00" }
      ] },
      "ages": { "from": 18 },
      "checked": "2026-05-31"
    }
  ],
  "exit": "https://www.weather.gov/"
}
`;

/** @type {(piece: string, by: string) => string} */
const but = (piece, by) => {
  if (RIGHT.split(piece).length !== 2) throw new Error(`${piece} is there ${RIGHT.split(piece).length - 1} times`);
  return RIGHT.replace(piece, () => by);
};

/**
 * What is wrong, the text, the line and column of what is said, and a part of that. One thing is said of each.
 * @type {[what: string, text: string, at: number[], says: string][]}
 */
export const WRONG = [
  // No JSON, or not quite.
  ['a comma is missing', but('"Cedar Bend",', '"Cedar Bend"'), [3, 3], 'no comma between two fields'],
  ['a comma too many', but('"https://www.weather.gov/"\n', '"https://www.weather.gov/",\n'), [21, 37], 'a comma before }'],
  ['curly quotation marks', but('"Cedar Bend"', '“Cedar Bend”'), [2, 11], 'the quotation mark “ where " belongs'],
  ['a comment', but('  "exit"', '  // a page\n  "exit"'), [21, 3], 'a comment'],
  ['a quotation mark is missing', but('"hello@cedarbend.example"', '"hello@cedarbend.example'), [5, 14], 'does not end on its line'],
  ['the last bracket is missing', RIGHT.trimEnd().slice(0, -1), [22, 1], 'found the end, expected a comma or }'],
  ['a list', `[${RIGHT}]`, [1, 1], 'one object in braces'],
  ['a web page', '<!doctype html><title>404</title>', [1, 1], 'It is a web page'],
  ['nothing', '', [1, 1], 'one object in braces'],
  ['a field without quotation marks', but('"exit":', 'exit:'), [21, 3], 'the name exit without quotation marks'],
  ['a field given twice', but('  "exit"', '  "name": "Cedar",\n  "exit"'), [21, 3], 'given twice'],
  // Names of fields and values.
  ['a misspelled field', but('"programs"', '"programms"'), [7, 3], '"programs", perhaps'],
  ['a field of another program', but('"checked"', '"capacity"'), [18, 7], 'a field that is not known'],
  ['a field in the wrong place', but('  "exit"', '  "phone": "(555) 555-0100",\n  "exit"'), [21, 3], 'a field that is not known'],
  ['a level that is none', but('"iop"', '"residential"'), [10, 7], 'one of outpatient, iop, php, aftercare'],
  ['a level in capitals', but('"iop"', '"IOP"'), [10, 7], 'perhaps "iop"'],
  ['a day in words', but('"mon"', '"Monday"'), [13, 11], 'one of mon, tue'],
  ['a misspelled thing of a list', but('["substance_use"]', '["substance_use", "mental-health"]'), [11, 35], 'perhaps "mental_health"'],
  ['a track that is none', but('"ages": { "from": 18 }', '"tracks": ["kids"]'), [17, 18], 'one of dual_diagnosis'],
  ['a language that is none', but('  "exit"', '  "language": "english",\n  "exit"'), [21, 3], 'one of auto, en, es'],
  // What is missing.
  ['no name', but('  "name": "Cedar Bend",\n', ''), [1, 1], 'name: found nothing'],
  ['no contact', but(/** @type {any} */ (RIGHT.match(/ {2}"contact"[^}]*},\n/))[0], ''), [1, 1], 'contact: found nothing'],
  ['a program without a name', but('      "name": "Evening IOP",\n', ''), [8, 5], 'programs[0].name: found nothing'],
  ['a program without a level', but('      "level": "iop",\n', ''), [8, 5], 'programs[0].level: found nothing'],
  ['a program that treats nothing', but('      "treats": ["substance_use"],\n', ''), [8, 5], 'programs[0].treats: found nothing'],
  [
    'a meeting without an end',
    but('"mon", "from": "18:00", "to": "21:00"', '"mon", "from": "18:00"'),
    [13, 9],
    'slots[0].to: found nothing',
  ],
  // Values.
  ['a telephone number that is not whole', but('(555) 555-0100', '555-0100'), [4, 5], 'one telephone number with its area code'],
  ['two telephone numbers', but('(555) 555-0100', '(555) 555-0100 or (555) 555-0101'), [4, 5], 'one telephone number'],
  ['two e-mail addresses', but('hello@cedarbend.example', 'a@cedarbend.example, b@cedarbend.example'), [5, 5], 'one e-mail address'],
  ['an address without encryption', but('https://www.weather.gov/', 'http://www.weather.gov/'), [21, 3], 'http: is not allowed'],
  ['an address without its beginning', but('https://www.weather.gov/', 'www.weather.gov'), [21, 3], 'begins with https://'],
  [
    'quick exit to the own site',
    but('"https://www.weather.gov/"', '"https://cedarbend.example"').replace(
      '"email": "hello@cedarbend.example"',
      '"link": "https://www.cedarbend.example/"',
    ),
    [21, 3],
    'a page that is not your own',
  ],
  ['a time of twelve hours', but('{ "day": "wed", "from": "18:00"', '{ "day": "wed", "from": "6 pm"'), [14, 25], 'a time of 24 hours'],
  ['an end before the beginning', but('"thu", "from": "18:00"', '"thu", "from": "22:00"'), [15, 9], 'an end after the beginning'],
  ['a day of the American kind', but('2026-05-31', '5/31/2026'), [18, 7], 'year-month-day'],
  ['an age in words', but('"from": 18', '"from": "18+"'), [17, 17], 'years from 0 to 120'],
  ['ages the wrong way round', but('{ "from": 18 }', '{ "from": 65, "to": 18 }'), [17, 7], '"to" before "from"'],
  [
    'too few hours for the level',
    but('        { "day": "thu", "from": "18:00", "to": "21:00" }\n', '').replace('"21:00" },\n      ]', '"21:00" }\n      ]'),
    [12, 7],
    'at least 9 hours a week for iop',
  ],
  ['markup in words', but('Evening IOP', '<b>Evening</b> IOP'), [9, 7], 'words with markup'],
  ['a color by its name', but('  "exit"', '  "theme": { "tokens": { "color-bg": "white" } },\n  "exit"'), [21, 26], '#rgb or #rrggbb'],
];
