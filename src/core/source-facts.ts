/**
 * What is known of the studies beyond their files: who holds them, whom they are
 * about and what to know before they are compared.
 *
 * Facts only, each from the publications under `cite`; what those leave open is
 * null. Ages in whole years.
 */
import type { SourceId } from './study.ts'

export interface SourceFacts {
  /** who holds the data, and how they are had */
  readonly holder: Bilingual
  readonly people: Bilingual
  /** the youngest who belong to the population, from that year on; empty = differs or not known */
  readonly fromAge: readonly { readonly since: number; readonly age: number }[]
  readonly usualMode: Bilingual | null
  /** people in institutions are not in the population */
  readonly privateHouseholds: boolean
  readonly area: 'netherlands' | 'regions'
  readonly frame: 'population_sample' | 'regional_panel' | 'access_panel' | 'model'
  /** the same people are followed from wave to wave */
  readonly panel: boolean
  /** waves whose loneliness comes from one part of the study only */
  readonly ggdPartOnly: readonly string[]
  /** several names of one scheme of weights */
  readonly oneWeighting: boolean
  /** what `severe` is called where it is not the manual's "ernstig" */
  readonly severeLabel: Bilingual | null
  readonly notes: readonly Bilingual[]
  readonly cite: readonly string[]
}

export interface Bilingual {
  readonly nl: string
  readonly en: string
}

const LETTER = 'Kamerstuk 29 538, nr. 311 (15 januari 2020), Tabel 1'

const FACTS: Readonly<Record<Exclude<SourceId, 'microdata'>, SourceFacts>> = {
  gezondheidsmonitor: {
    holder: {
      nl: 'GGD’en, CBS en RIVM; op aanvraag bij het Loket Gezondheidsmonitors of via CBS Remote Access',
      en: 'Municipal health services (GGD), CBS and RIVM; on request or through CBS Remote Access',
    },
    people: {
      nl: 'inwoners van Nederland in particuliere huishoudens',
      en: 'residents of the Netherlands in private households',
    },
    fromAge: [
      { since: 2012, age: 19 },
      { since: 2020, age: 18 },
    ],
    usualMode: null,
    privateHouseholds: true,
    area: 'netherlands',
    frame: 'population_sample',
    panel: false,
    ggdPartOnly: ['2022'],
    oneWeighting: true,
    severeLabel: null,
    notes: [
      {
        nl: 'De Kamerbrief van 2020 spreekt zich tegen: de tabel noemt 18 tot en met 100 jaar, de voetnoot 19 jaar en ouder. De metingen van 2012 en 2016 gingen over 19 jaar en ouder.',
        en: 'The letter to Parliament of 2020 contradicts itself: its table says 18 to 100 years, its footnote 19 and over. The waves of 2012 and 2016 were about people of 19 and over.',
      },
    ],
    cite: [LETTER, 'CBS, Gezondheidsmonitor Volwassenen en Ouderen 2016, 2020, 2022: onderzoeksbeschrijving'],
  },
  lasa: {
    holder: {
      nl: 'Vrije Universiteit Amsterdam, Longitudinal Aging Study Amsterdam; op aanvraag',
      en: 'VU Amsterdam, Longitudinal Aging Study Amsterdam; on request',
    },
    people: {
      nl: 'ouderen in drie regio’s van Nederland, die door de jaren heen worden gevolgd',
      en: 'older people in three regions of the Netherlands, followed over the years',
    },
    fromAge: [],
    usualMode: {
      nl: 'mondeling, met een vragenlijst om zelf in te vullen',
      en: 'face to face, with a questionnaire for self-completion',
    },
    privateHouseholds: false,
    area: 'regions',
    frame: 'regional_panel',
    panel: true,
    ggdPartOnly: [],
    oneWeighting: false,
    severeLabel: null,
    notes: [
      {
        nl: 'Over het gebied spreken de bronnen elkaar tegen: de Kamerbrief van 2020 noemt 10 gemeenten in de tabel en negen in de voetnoot, LASA zelf 11 gemeenten in drie regio’s.',
        en: 'The sources contradict each other on the area: the letter to Parliament of 2020 says 10 municipalities in its table and nine in its footnote, LASA itself 11 municipalities in three regions.',
      },
      {
        nl: 'De Kamerbrief noemt 77 tot en met 100 jaar; de vraag gaat over mensen van 75 jaar en ouder.',
        en: 'The letter to Parliament says 77 to 100 years; the question is about people of 75 and over.',
      },
      {
        nl: 'Wie de vragen schriftelijk beantwoordt, geeft meer eenzaamheid op. De vragenlijst van juni tot en met oktober 2020 ging per post, internet of telefoon.',
        en: 'People who answer in writing report more loneliness. The questionnaire of June to October 2020 went by post, internet or telephone.',
      },
    ],
    cite: [LETTER, 'LASA, www.lasa-vu.nl (topics: loneliness; covid-19 study)', 'Van Tilburg (2020, 2021)'],
  },
  cbs: {
    holder: {
      nl: 'CBS; microdata via de microdatadiensten, cijfers op StatLine (tabel 85766NED)',
      en: 'CBS; microdata through its microdata services, figures on StatLine (table 85766NED)',
    },
    people: {
      nl: 'inwoners van Nederland in particuliere huishoudens',
      en: 'residents of the Netherlands in private households',
    },
    fromAge: [{ since: 2017, age: 15 }],
    usualMode: null,
    privateHouseholds: true,
    area: 'netherlands',
    frame: 'population_sample',
    panel: false,
    ggdPartOnly: [],
    oneWeighting: false,
    severeLabel: { nl: 'sterk eenzaam', en: 'strongly lonely' },
    notes: [
      {
        nl: 'Rond 2012 tot 2015 stelde het CBS zes andere vragen (score 0 tot en met 12). Die cijfers horen niet in deze reeks.',
        en: 'Around 2012 to 2015 CBS asked six other questions (score 0 to 12). Those figures do not belong in this series.',
      },
    ],
    cite: [LETTER, 'CBS, StatLine 85766NED', 'CBS (2018), Het meten van eenzaamheid'],
  },
  nivel: {
    holder: { nl: 'Nivel; op aanvraag', en: 'Nivel; on request' },
    people: {
      nl: 'zelfstandig wonende mensen in twee panels (NPCG en Consumentenpanel)',
      en: 'people living independently, in two panels (NPCG and Consumer Panel)',
    },
    fromAge: [],
    usualMode: null,
    privateHouseholds: true,
    area: 'netherlands',
    frame: 'access_panel',
    panel: true,
    ggdPartOnly: [],
    oneWeighting: false,
    severeLabel: null,
    notes: [
      {
        nl: 'Twee panels die in de tijd doorlopen: dezelfde mensen doen aan meer metingen mee.',
        en: 'Two panels that run on over time: the same people take part in several waves.',
      },
    ],
    cite: [LETTER, 'Nivel (2021), Monitoring Eén tegen eenzaamheid, eindrapport'],
  },
  rivm: {
    holder: {
      nl: 'RIVM; op StatLine (tabellen 50120NED en 50150NED)',
      en: 'RIVM; on StatLine (tables 50120NED and 50150NED)',
    },
    people: {
      nl: 'modelschattingen voor gemeenten, wijken en buurten, op grond van de Gezondheidsmonitor',
      en: 'model estimates for municipalities, districts and neighbourhoods, based on the Health Monitor',
    },
    fromAge: [{ since: 2012, age: 18 }],
    usualMode: null,
    privateHouseholds: true,
    area: 'netherlands',
    frame: 'model',
    panel: false,
    ggdPartOnly: [],
    oneWeighting: false,
    severeLabel: { nl: 'sterk eenzaam', en: 'strongly lonely' },
    notes: [
      {
        nl: 'Een model vult aan wat de vragenlijst niet meet. Daarom wijkt het landelijke cijfer iets af van dat van de Gezondheidsmonitor (2022: 49,2 tegen 48,6 procent).',
        en: 'A model fills in what the survey does not measure. Its national figure therefore differs a little from that of the Health Monitor (2022: 49.2 against 48.6 per cent).',
      },
    ],
    cite: ['RIVM, StatLine 50120NED en 50150NED', 'Van de Kassteele e.a. (2017), Int J Health Geogr'],
  },
}

const BY_NAME: ReadonlyMap<string, SourceFacts> = new Map(Object.entries(FACTS))

/** What is known of a source by its name in the results; undefined for a source of one's own. */
export function factsOf(source: string): SourceFacts | undefined {
  return BY_NAME.get(source)
}

/** The youngest who belong to the population in that year; null where it is not known. */
export function fromAgeOf(source: string, year: number): number | null {
  return factsOf(source)?.fromAge.findLast(({ since }) => since <= year)?.age ?? null
}
