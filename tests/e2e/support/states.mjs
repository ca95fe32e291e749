// One visitor for each state that a result can be in, by what they answer. What is not named here is answered calmly.

const CALM = {
  who: 'me',
  danger: ['none'],
  concern: 'substances',
  suicide: ['none'],
  mind: 'little',
  signs: ['none'],
  use: 'some',
  heavy: 'none',
  substances: ['alcohol'],
  withdrawal: 'none',
  longest: 'weeks',
  led_to: ['none'],
  body: ['none'],
  home: 'supportive',
  care: ['none'],
  recent: 'no',
  after: 'better',
};

const OPEN = {
  danger: ['skip'], concern: 'unsure', suicide: ['unsure'], mind: 'unsure', signs: ['unsure'], use: 'unsure', heavy: 'unsure', substances: ['unsure'],
  withdrawal: 'unsure', longest: 'unsure', led_to: ['unsure'], body: ['unsure'], home: 'unsure', care: ['unsure'], recent: 'unsure', after: 'unsure',
};

export const STATES = {
  'clear: outpatient': {},
  'clear: IOP': { use: 'weekly', substances: ['alcohol'], withdrawal: 'none', longest: 'days', led_to: ['setbacks', 'missing'] },
  'clear: PHP': { concern: 'mental_health', mind: 'nearly_always', signs: ['self_harm'], suicide: ['wish'] },
  'medical check first: IOP': { use: 'daily', withdrawal: 'sick', longest: 'days', led_to: ['setbacks'], home: 'alone' },
  'medical team today': { use: 'daily', substances: ['alcohol', 'sedatives'], withdrawal: 'severe', longest: 'day', led_to: ['injury', 'missing'] },
  'two levels': { concern: 'mental_health', mind: 'some', suicide: ['none'], care: ['unsure'] },
  'at least': { concern: 'both', mind: 'most_days', use: 'daily', longest: 'unsure', led_to: ['unsure'], substances: ['stimulants'], home: 'unsure' },
  'not enough': OPEN,
  '24-hour': { use: 'daily', longest: 'day', led_to: ['setbacks', 'loss'], home: 'no_place', substances: ['opioids'], withdrawal: 'sick' },
  'PHP or 24-hour': { use: 'daily', longest: 'day', led_to: ['setbacks', 'loss'], home: 'unsure', substances: ['opioids'], withdrawal: 'sick', who: 'other_adult' },
  emergency: { danger: ['medical', 'suicide_now'], concern: 'both', use: 'daily', withdrawal: 'sick', mind: 'most_days', led_to: ['injury'] },
  'emergency: hurt': { danger: ['being_hurt'], concern: 'mental_health', mind: 'some', home: 'unsafe' },
  child: { who: 'child' },
  'loved one': { who: 'other_adult', use: 'daily', substances: ['opioids'], withdrawal: 'sick', longest: 'day', led_to: ['overdose', 'missing'], home: 'mixed' },
  teen: { who: 'me_teen', concern: 'mental_health', mind: 'most_days', suicide: ['wish'] },
  'parent of a teen': { who: 'my_teen', concern: 'mental_health', mind: 'most_days', signs: ['eating'] },
  'step-down': { use: 'none', care: ['stay'], recent: 'left', after: 'better', led_to: ['missing'] },
};
for (const name of Object.keys(STATES)) STATES[name] = { ...CALM, ...STATES[name] };
