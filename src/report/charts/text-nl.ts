/** Dutch words of the charts that stand upright: trend, kinds, age. The shape of the English ones. */
import type { BreakEntry } from '../../core/results.ts'
import { words } from '../text/nl/words.ts'

export const NL = {
  common: {
    words,
    people: (target: string): string => (target === 'all' ? 'respondenten' : words.people(...edges(target))),
    age: (band: string): string => ages(...edges(band)),
    /** what counts as lonely */
    cutoff,
    unknownCutoff: 'grens niet bekend',
    standard: (id: string, first: string, last: string): string =>
      ({
        'first-wave': words.standard.firstWave(first),
        'last-wave': words.standard.lastWave(last),
        esp2013: words.standard.esp2013,
      })[id] ?? (id.startsWith('nl-') ? words.standard.register(id.slice(3)) : id),
    sources: (source: string, waves: string, fieldwork: string, synthetic: boolean): string =>
      `${source}, ${waves}; veldwerk ${fieldwork}${synthetic ? '; synthetische gegevens, geen echte metingen' : ''}`,
    published: (places: string): string => `Gepubliceerd cijfer. Bron: ${places}.`,
    approximate: 'Benaderde onzekerheid, uit wat is gepubliceerd.',
    noInterval: 'Bij punten zonder lijn is de onzekerheid niet bekend.',
    apart: (what: string): string =>
      `Niet getekend, want niet te vergelijken met de laatste meting: ${what}. Zie Vergelijkbaarheid.`,
    hidden: (what: string): string =>
      `Niet getoond wegens te weinig waarnemingen, te grote onzekerheid of herkenbaarheid van mensen: ${what}.`,
    brokenAxis: 'De verticale as is onderbroken: tussen 0% en het volgende getal is ruimte weggelaten.',
    interval95: 'Lijnen door de punten: 95%-interval.',
    wave: 'Meting',
    group: 'Groep',
    fieldwork: 'Veldwerk',
    percentage: 'Percentage',
    interval: '95%-interval',
    respondents: 'Respondenten',
    standardised: 'gestandaardiseerd',
    points: 'procentpunt',
  },
  trend: {
    title: (percent: string, measure: string, people: string, verdict: string) =>
      `${words.percent(percent)} van de ${people} is ${measure}${verdict}`,
    verdict,
    subtitle: (people: string, measure: string, scale: string, source: string) =>
      `Percentage ${people} dat ${measure} is (${scale}). ${source}.`,
    standardised: (standard: string) =>
      `Zoals gemeten en gestandaardiseerd (${standard}). Lijnen door de punten: 95%-interval.`,
    expected: (value: string) => `verwacht bij gelijke trend: ${value}`,
    expectedShort: 'verwacht bij gelijke trend',
    margin: (points: string) => `grens: ± ${points} procentpunt`,
    start: (name: string) => `start ${name}`,
    startShort: 'start',
    programme: 'programma',
    caption: (measure: string, people: string) => `Percentage ${people} dat ${measure} is, per meting`,
    expectedColumn: 'Verwacht',
    short: (measure: string, people: string, values: string) =>
      `Lijngrafiek van het percentage ${people} dat ${measure} is: ${values}.`,
    valueIn: (value: string, wave: string) => `${value} in ${wave}`,
    axes: (from: string, to: string, low: string, high: string) =>
      `De horizontale as loopt van ${from} tot en met ${to}, de verticale van ${low} tot ${high}.`,
    course: (first: string, last: string) =>
      `Zoals gemeten begint de reeks met ${first} en eindigt met ${last}.`,
    largest: (change: string, from: string, to: string) =>
      `De grootste verandering tussen twee opeenvolgende metingen is ${change}, van ${from} tot ${to}.`,
    only: (value: string) => `Er is één meting: ${value}. Een verloop is niet te tonen.`,
    comparison: (name: string, observed: string, wave: string, expected: string, interval: string) =>
      `${name} was het percentage ${observed} in ${wave}; bij gelijke trend was ${expected} verwacht (95%-interval ${interval}).`,
    conclusion: (verdict: string) => `Conclusie: ${verdict}.`,
    expectedNote: (margin: string) =>
      `De onderbroken lijn trekt de trend van vóór het programma door; de band eromheen is het 95%-interval. De grijze rechthoek is de grens van ${margin} procentpunt aan weerszijden van de verwachting: alleen een verschil daarbuiten doet ertoe.`,
    shiftNote:
      'De punten ‘zoals gemeten’ staan iets naar rechts, zodat de twee reeksen elkaar niet bedekken.',
    linearityNote: 'Vóór het programma zijn er twee metingen: of de trend recht liep, is niet te toetsen.',
    shockNote: (labels: string) =>
      `In de gearceerde periode (${labels}) kan eenzaamheid ook door andere oorzaken zijn veranderd dan het programma.`,
  },
  severity: {
    title: (people: string, lonely: string) => `${words.percent(lonely)} van de ${people} is eenzaam`,
    severe: (severe: string) => `, ${words.percent(severe)} ernstig eenzaam`,
    socialMore: '; sociale eenzaamheid komt vaker voor dan emotionele',
    emotionalMore: '; emotionele eenzaamheid komt vaker voor dan sociale',
    subtitle: (people: string, scale: string, source: string) =>
      `Percentage ${people} naar ernst en soort van eenzaamheid, zoals gemeten (${scale}). ${source}. Lijnen door de punten: 95%-interval.`,
    caption: (people: string) => `Percentage ${people} naar ernst en soort van eenzaamheid, per meting`,
    kind: 'Soort',
    cutoff: 'Telt mee',
    short: (people: string, values: string) =>
      `Puntgrafieken van soorten eenzaamheid onder ${people}: ${values}.`,
    course: (name: string, first: string, last: string) => `${name} van ${first} naar ${last}`,
    single: (name: string, value: string) => `${name} ${value}`,
    long: (count: number, waves: string, high: string) =>
      `Naast elkaar staan ${count} puntgrafieken met dezelfde verticale as, van 0% tot ${high}; de horizontale as toont de metingen ${waves}.`,
    largest: (name: string, change: string) =>
      `De grootste verandering tussen de eerste en de laatste meting is die van ‘${name}’: ${change}.`,
    overlapNote:
      'De soorten overlappen: iemand kan in meer percentages meetellen. Zij tellen niet op tot 100.',
  },
  age: {
    differs: (high: string, highValue: string, low: string, lowValue: string) =>
      `Eenzaamheid het hoogst bij ${high} (${words.percent(highValue)}), het laagst bij ${low} (${words.percent(lowValue)})`,
    alike: 'Geen duidelijk verschil in eenzaamheid tussen leeftijdsgroepen',
    sexAll: (higher: string, lower: string) =>
      `In elke leeftijdsgroep zijn ${higher} vaker eenzaam dan ${lower}`,
    sexSome: (clear: number, of: number, higher: string, lower: string) =>
      `In ${clear} van de ${of} leeftijdsgroepen zijn ${higher} duidelijk vaker eenzaam dan ${lower}`,
    sexMixed: 'Welk geslacht vaker eenzaam is, verschilt per leeftijdsgroep',
    sexAlike: 'In geen leeftijdsgroep een duidelijk verschil in eenzaamheid tussen mannen en vrouwen',
    subtitle: (people: string, measure: string, scale: string, source: string) =>
      `Percentage ${people} dat ${measure} is, zoals gemeten (${scale}). ${source}. Lijnen door de punten: 95%-interval.`,
    caption: (measure: string, people: string) =>
      `Percentage ${people} dat ${measure} is, naar leeftijd, per meting`,
    captionSex: (measure: string, people: string) =>
      `Percentage ${people} dat ${measure} is, naar leeftijd en geslacht, per meting`,
    short: (measure: string, people: string, wave: string, values: string) =>
      `Puntgrafiek van het percentage ${people} dat ${measure} is in ${wave}: ${values}.`,
    long: (groups: number, waves: string, high: string) =>
      `Van elk van de ${groups} groepen staan de metingen ${waves} naast elkaar, elke meting met een eigen symbool, op een verticale as tot ${high}.`,
    course: (group: string, first: string, last: string) => `${group} van ${first} naar ${last}`,
    largest: (group: string, change: string) =>
      `De grootste verandering tussen de eerste en de laatste meting is bij ${group}: ${change}.`,
    uncertainty: 'Lijnen door de punten tonen het 95%-interval.',
    clearNote:
      'Een verschil heet hier duidelijk als de 95%-intervallen elkaar niet overlappen. Bij veel vergelijkingen tegelijk kan een enkel verschil toeval zijn.',
  },
}

function cutoff(measure: string, instrument: string, subscale: number): string {
  const six = instrument === 'djg6'
  const scores: Readonly<Record<string, string>> = {
    lonely: six ? 'score 2 of hoger' : 'score 3 of hoger',
    severe: six ? 'score 5 of hoger' : 'score 9 of hoger',
    very_severe: 'score 11',
    emotional: `emotionele score ${subscale} of hoger`,
    social: `sociale score ${subscale} of hoger`,
  }
  return scores[measure] ?? measure
}

const VERDICTS: Readonly<Record<string, string>> = {
  turnaround: 'omkering van de trend',
  faster_decline: 'versnelling van de daling',
  flattening: 'afvlakking van de trend',
  acceleration: 'versnelling van de stijging',
  unfavourable_reversal: 'ongunstige omslag van de trend',
}

function verdict(entry: Pick<BreakEntry, 'class' | 'subclass' | 'strength' | 'reason'>): string {
  if (entry.class === 'inconclusive') return 'trendbreuk niet vast te stellen'
  if (entry.class === 'not_assessable') {
    return entry.reason === 'no_post_wave' ? 'trendbreuk nog niet te bepalen' : 'trendbreuk niet te bepalen'
  }
  if (entry.class === 'continuation') return continuation(entry.subclass)
  const name = VERDICTS[entry.class] ?? entry.class
  return entry.strength === 'strong' ? name : `aanwijzing voor ${name}`
}

function continuation(subclass: string | null): string {
  if (subclass === 'of_rise') return 'de stijging zet door'
  return subclass === 'of_decline' ? 'de daling zet door' : 'de trend zet door'
}

/** "75-79" → 75 and 79, "90+" → 90 and no end */
function edges(band: string): [string, string | null] {
  const [low, high] = band.replace('+', '').split('-')
  return [low, high ?? null]
}

function ages(low: string, high: string | null): string {
  return high === null ? words.yearsAndOver(low) : words.years(low, high)
}
