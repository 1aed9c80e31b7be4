/** Tabel 1, comparability, quality, downloads, citation and colophon in Dutch. */
export const studies = {
  heading: 'Gebruikte onderzoeken',
  caption: 'Tabel 1: Gebruikte onderzoeken',
  study: 'Onderzoek',
  moment: 'Peilmoment',
  population: 'Populatie',
  instrument: 'Instrument',
  mode: 'Wijze van ondervragen',
  role: 'Rol',
  file: 'Bestand',
  respondents: (n: string, people: string) => `${n} ${people}`,
  records: (n: string, ages: string) => `${n} records, ${ages}`,
  ages: (low: string, high: string) => `${low} tot en met ${high} jaar`,
  unknownAges: 'leeftijden onbekend',
  available: 'Beschikbaar op',
  here: 'beschikbaar',
  expected: (day: string) => `verwacht op ${day}`,
  overdue: (day: string) => `verwacht op ${day}: te laat`,
  toCome: 'nog niet gehouden of nog niet geleverd',
  judged: {
    date: (day: string) =>
      `Of een verwachte meting te laat is, is beoordeeld op ${day}, de datum van dit rapport.`,
    fieldwork: (day: string) =>
      `Of een verwachte meting te laat is, is beoordeeld op ${day}, de laatste dag van het veldwerk in dit rapport.`,
  },
  area: { netherlands: 'heel Nederland', regions: 'drie regio’s' },
  panel: 'dezelfde mensen doen aan meer metingen mee',
  publishedFigures: 'gepubliceerde cijfers',
  modelFigures: 'gepubliceerde schattingen van een model',
  fileNote:
    'Van elk bestand staan de eerste twaalf tekens van de controlesom (SHA-256) vermeld; de hele controlesom staat in het colofon.',
}

export const comparability = {
  heading: 'Vergelijkbaarheid',
  intro:
    'Bij het rekenen zijn deze punten opgevallen. Bij elk punt staat wat het betekent voor de conclusie.',
  none: 'Bij het rekenen zijn geen bijzonderheden opgevallen.',
  /** how many of what, by warning; others are times */
  counts: {
    unusable_weight: (count: string) => `${count} records`,
    missing_age: (count: string) => `${count} records`,
    implausible_age: (count: string) => `${count} records`,
    missing_sex: (count: string) => `${count} records`,
    unknown_code: (count: string) => `${count} antwoorden`,
    lonely_psu: (count: string) => `${count} strata`,
    few_waves: (count: string) => `${count} metingen`,
    boundaries_changed: (count: string) => `${count} gemeenten`,
    suppressed: (count: string) => `${count} cijfers`,
  } as Record<string, (count: string) => string>,
  times: (count: string) => `${count} keer`,
  merged: (from: string, to: string) => `${from} groepen samengevoegd tot ${to}`,
  variable: 'variabele',
  warnings: 'Wat bij het rekenen opviel',
  youngest: (ages: string) => `jongste leeftijd ${ages} jaar`,
  expected: (day: string, on: string) => `verwacht op ${day}, beoordeeld op ${on}`,
  definitions: {
    djg11: 'ernstig: 9 of hoger van 11',
    djg6: 'ernstig: 5 of hoger van 6',
    strong: 'sterk: zoals gepubliceerd, grens niet vermeld',
  } as Record<string, string>,
  codes: (code: string, count: string) => `code ${code} (${count})`,
}

export const quality = {
  heading: 'Kwaliteit en beperkingen',
  caption: 'Respondenten en ontbrekende antwoorden per meting',
  wave: 'Meting',
  records: 'Records',
  noWeight: 'Zonder bruikbaar gewicht',
  valid: (people: string) => `${people} met score`,
  without: (people: string) => `${people} zonder score`,
  complete: 'Alle vragen beantwoord',
  one: 'Eén vraag niet',
  more: 'Meer vragen niet',
  deff: 'Ontwerpeffect',
  neff: 'Effectieve steekproef',
  reliabilityCaption: 'Betrouwbaarheid van de schaal',
  scale: 'Schaal',
  alpha: 'Alfa',
  kr20: 'KR-20',
  h: 'H van Loevinger',
  n: 'Respondenten',
  limits: [
    'Mensen die niet meedoen, kunnen eenzamer of minder eenzaam zijn dan mensen die wel meedoen. De gewichten corrigeren daar maar voor een deel voor.',
    'Een vragenlijst mist wie in een instelling woont, als het onderzoek alleen zelfstandig wonende mensen ondervraagt. Dat telt het zwaarst bij de oudsten.',
    'Het interval geeft alleen de onzekerheid van de steekproef weer. Bij het oordeel over de trendbreuk is ook een schommeling tussen metingen meegeteld.',
    'Uit deze gegevens is geen oorzaak af te leiden. Geen enkel cijfer in dit rapport is ‘het effect van het programma’.',
  ],
}

export const downloads = {
  heading: 'Gegevens downloaden',
  intro: 'Alle cijfers in dit rapport zijn op te halen. De bestanden staan in dezelfde map als dit rapport.',
  results: 'alle uitkomsten (JSON)',
  manifest: 'gebruikte bestanden met controlesommen (JSON)',
  tables: 'Tabellen (CSV)',
  figures: 'Figuren',
  tableNames: {
    estimates: 'schattingen',
    changes: 'veranderingen',
    trends: 'trends',
    decompositions: 'splitsingen van de verandering',
    breaks: 'trendbreuken',
    sensitivity: 'trendbreuken bij andere keuzes',
    projections: 'eenzame mensen in 2030 en 2040 bij scenario’s',
    scale: 'betrouwbaarheid van de schaal',
    warnings: 'waarschuwingen',
    register: 'gebruikte en verwachte onderzoeken (Tabel 1)',
    comparability: 'wat met elkaar te vergelijken is en wat niet',
    bridges: 'elf en zes vragen bij dezelfde mensen',
  } as Record<string, string>,
}

export const citation = {
  heading: 'Bronnen en citeerwijze',
  cite: 'Citeer dit rapport als:',
  undated: 'z.d.',
  edition: (edition: string) => `editie ${edition}`,
  madeWith: (version: string) => `Gemaakt met ejz ${version}.`,
  sources: 'Gebruikte methoden zijn beschreven in:',
}

export const colophon = {
  heading: 'Colofon',
  version: 'Versie van ejz',
  engine: 'Rekenmotor',
  study: 'Controlesom van het studiebestand (SHA-256)',
  schema: 'Versie van het uitkomstenschema',
  files: 'Gebruikte bestanden',
  file: 'Bestand',
  rows: 'Rijen',
  bytes: 'Bytes',
  sha256: 'Controlesom (SHA-256)',
  options: 'Instellingen van deze analyse',
  optionsCaption: 'Elke instelling zoals zij in het studiebestand heet',
  option: 'Instelling',
  value: 'Waarde',
}
