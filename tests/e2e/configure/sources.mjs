// What programs are imported from: places that are made up, in the shapes that spreadsheets, FindTreatment.gov and websites have.

/** A table of programs as people keep it. */
export const TABLE = [
  [
    'Program',
    'Level of Care',
    'Treats',
    'Meets',
    'Days',
    'Hours',
    'Times',
    'Format',
    'Age',
    'Population',
    'Services',
    'Languages',
    'Insurance',
    'Wheelchair',
    'City',
    'Website',
    'Notes',
    'Last checked',
  ],
  [
    'Evening IOP',
    'Intensive Outpatient',
    'substance use; mental health',
    'Mon, Wed 18:00-21:00; Thu 6-9 pm',
    '',
    '',
    '',
    'In person',
    '18+',
    'Veterans',
    'Individual; Group',
    'English, Spanish',
    'Medicaid; Private (Plan A/Plan B, in network); Free for alumni',
    'yes',
    'Lantern Cove',
    'https://lanterncove.example/iop',
    'Coffee, tea and "snacks"',
    '5/31/2026',
  ],
  [
    'Weekly counseling',
    'OP',
    'Mental health',
    '',
    '1-2',
    '1.5',
    'Evenings',
    'Telehealth',
    '13-17',
    'teens',
    '',
    'en',
    'cash',
    'no',
    '',
    '',
    '',
    '2026-05-31',
  ],
];

/** What that says. */
export const PROGRAMS = [
  {
    name: 'Evening IOP',
    level: 'iop',
    treats: ['substance_use', 'mental_health'],
    setting: ['in_person'],
    ages: { from: 18 },
    tracks: ['veterans'],
    services: ['individual', 'group'],
    languages: ['en', 'es'],
    payers: ['medicaid', { payer: 'private', plans: ['Plan A', 'Plan B'], in_network: true }, 'Free for alumni'],
    wheelchair: true,
    town: 'Lantern Cove',
    link: 'https://lanterncove.example/iop',
    note: 'Coffee, tea and "snacks"',
    checked: '2026-05-31',
    schedule: {
      slots: [
        { day: 'mon', from: '18:00', to: '21:00' },
        { day: 'wed', from: '18:00', to: '21:00' },
        { day: 'thu', from: '18:00', to: '21:00' },
      ],
    },
  },
  {
    name: 'Weekly counseling',
    level: 'outpatient',
    treats: ['mental_health'],
    setting: ['video'],
    ages: { from: 13, to: 17 },
    tracks: ['adolescent'],
    languages: ['en'],
    payers: ['self_pay'],
    wheelchair: false,
    checked: '2026-05-31',
    schedule: { days: { from: 1, to: 2 }, hours: 1.5, times: ['evenings'] },
  },
];

const place = (/** @type {[string, string, string][]} */ services, more = {}) => ({
  name1: 'Lantern Cove',
  name2: 'Outpatient Center',
  street1: '18 Breakwater Street',
  street2: 'Suite 2',
  city: 'Lantern Cove',
  state: 'ME',
  zip: '04000',
  phone: '555-555-0142',
  website: 'http://lanterncove.example',
  services: services.map(([f1, f2, f3]) => ({ f1, f2, f3 })),
  ...more,
});

const SUBSTANCES = /** @type {[string, string, string]} */ (['Type of Care', 'TC', 'Substance use treatment']);
const MIND = /** @type {[string, string, string]} */ (['Type of Care', 'TC', 'Mental health treatment']);

/** Listings, the levels of the drafts, and what is said to be left out. */
export const LISTINGS = [
  {
    what: 'substance use, with everything',
    rows: [
      place([
        SUBSTANCES,
        [
          'Service Setting',
          'SET',
          'Hospital inpatient treatment; Intensive outpatient treatment; Outpatient; Outpatient day treatment or partial hospitalization',
        ],
        ['Special Programs/Groups Offered', 'SG', 'Veterans; Clients with co-occurring mental and substance use disorders'],
        ['Counseling Services', 'CS', 'Individual counseling'],
        ['Ancillary Services', 'AS', 'Case management service; Acupuncture'],
        ['Treatment Approaches', 'TAP', 'Cognitive behavioral therapy; Telemedicine/telehealth therapy'],
        ['Language Services', 'LANG', 'Spanish'],
        ['Payment/Insurance Accepted', 'PAY', 'Medicaid; Cash or self-payment'],
      ]),
    ],
    levels: ['outpatient', 'iop', 'php'],
    left: ['Hospital inpatient treatment', 'Acupuncture', 'is written as https://lanterncove.example'],
  },
  {
    what: 'mental health',
    rows: [place([MIND, ['Service Setting', 'SET', 'Outpatient; Partial hospitalization/day treatment']])],
    levels: ['outpatient', 'php'],
    left: [],
  },
  {
    what: 'both',
    rows: [place([SUBSTANCES, MIND, ['Service Setting', 'SET', 'Regular outpatient treatment; Intensive outpatient treatment']])],
    levels: ['outpatient', 'iop'],
    left: [],
  },
  {
    what: 'children only',
    rows: [place([MIND, ['Service Setting', 'SET', 'Outpatient'], ['Age Groups Accepted', 'AGE', 'Children/adolescents']])],
    levels: ['outpatient'],
    left: ['it sees children'],
  },
  {
    what: 'residential only',
    rows: [place([SUBSTANCES, ['Service Setting', 'SET', 'Residential/24-hour residential; Long-term residential']])],
    levels: [],
    left: ['"Residential/24-hour residential" is left out', 'no outpatient care is named'],
  },
];

/** A page of a website with schema.org data in it. */
export const PAGE = `<!doctype html><html><head><script type="application/ld+json">{
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", "name": "A website" },
    {
      "@type": ["MedicalClinic", "LocalBusiness"],
      "name": "Lantern Cove",
      "telephone": "(555) 555-0142",
      "url": "http://lanterncove.example/",
      "address": { "@type": "PostalAddress", "streetAddress": "18 Breakwater Street", "addressLocality": "Lantern Cove", "addressRegion": "ME", "postalCode": "04000" },
      "availableService": [{ "@type": "MedicalTherapy", "name": "Evening Intensive Outpatient Program" }, "PHP"],
      "hasOfferCatalog": { "itemListElement": [{ "itemOffered": { "name": "Counseling" } }, { "itemOffered": { "name": "Residential treatment" } }] }
    }
  ]
}</script></head><body></body></html>`;
