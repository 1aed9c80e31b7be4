/** Headings, captions and explanations of the sections in Dutch. */
export const page = {
  skip: 'Naar de inhoud',
  contents: 'Inhoud',
  synthetic: 'Synthetische gegevens',
  syntheticBanner:
    'Dit rapport is gemaakt met synthetische gegevens: verzonnen antwoorden van verzonnen mensen. De cijfers zeggen niets over Nederland.',
  syntheticSource: 'synthetische gegevens, geen echte metingen',
  subtitle: (people: string) => `Is de trend van eenzaamheid onder ${people} gebroken?`,
  period: 'Metingen',
  edition: 'Editie',
  status: 'Status',
  client: 'Opdrachtgever',
  published: 'Datum',
  reference: 'Kenmerk',
  contact: 'Contact',
  madeWith: 'Gemaakt met',
}

export const headline = {
  heading: 'Kerncijfers',
  intro: (people: string, at: string, source: string) =>
    `Percentages van ${people} in ${at}. Bron: ${source}.`,
  outOf: (n: string) => `${n} respondenten`,
  people: (number: string, between: string) => `naar schatting ${number} mensen (${between})`,
  noPeople: 'aantal mensen niet te schatten: voor dit jaar is geen bevolkingscijfer bekend',
  noPeopleInterval: 'aantal mensen niet te schatten: de onzekerheid is niet bekend',
  margin: (interval: string) => `95%-interval: ${interval}`,
  change: (points: string, from: string, interval: string) => `${points} sinds ${from} (${interval})`,
  noChange: 'geen eerdere meting om mee te vergelijken',
  caption: (people: string) => `Kerncijfers van ${people} per meting`,
  measure: 'Maat',
  wave: 'Meting',
  value: 'Waarde',
  interval: '95%-interval',
  n: 'Respondenten',
  estimatedPeople: 'Geschat aantal mensen',
  peopleNote: (date: string) =>
    `Het geschatte aantal mensen is het percentage maal het aantal inwoners van die leeftijd in de bevolkingsregistratie (laatste meting: ${date}). Daarin tellen ook mensen in instellingen mee, die niet zijn ondervraagd.`,
  scoreNote: (maximum: number) =>
    `De gemiddelde score loopt van 0 (niet eenzaam) tot ${maximum} (zeer ernstig eenzaam) en is geen percentage.`,
}

export const trend = {
  heading: 'Is de trend gebroken?',
  verdict: 'Oordeel',
  explain: (people: string, start: string) =>
    `Door de metingen van vóór het programma (begin: ${start}) is een rechte lijn getrokken. Die lijn laat zien welk percentage van de ${people} zonder trendbreuk was te verwachten. Daarmee is de meting van ná het begin vergeleken.`,
  factsCaption: 'De berekening achter het oordeel',
  fact: 'Grootheid',
  value: 'Waarde',
  interval: '95%-interval',
  expected: (at: string) => `Verwacht in ${at}`,
  observed: (at: string) => `Gemeten in ${at}`,
  delta: 'Verschil met de verwachting (procentpunt)',
  preSlope: 'Helling vóór het programma (procentpunt per jaar)',
  sinceLast: 'Verandering sinds de laatste meting vóór het programma (procentpunt)',
  tau: 'Schommeling tussen metingen waarmee is gerekend (τ, procentpunt)',
  margin: 'Grens voor een verschil dat ertoe doet (procentpunt)',
  mde: 'Kleinste trendbreuk die met 80% kans wordt gevonden (procentpunt)',
  provable: 'Kleinste grens waarbij gelijkheid is aan te tonen (procentpunt)',
  breakdown: 'Het oordeel houdt stand tot een knik in de lijn van (procentpunt per jaar)',
  class: 'Uitkomst',
  strength: 'Sterkte van het bewijs',
  preFit: (p: string) => `Toets of de metingen vóór het programma op een rechte lijn liggen: ${p}.`,
  noCausality:
    'Een trendbreuk laat zien dát de ontwikkeling is veranderd. Zij laat niet zien dat het programma de oorzaak is.',
  sensitivityCaption: 'Blijft het oordeel hetzelfde bij andere keuzes?',
  varies: 'Andere keuze',
  variesTau: (value: string) => `schommeling tussen metingen (τ) van ${value} procentpunt`,
  variesMargin: (value: string) => `grens van ${value} procentpunt`,
  variesStart: (value: string) => `programma telt vanaf ${value}`,
  asChosen: 'zoals vooraf gekozen',
  otherCaption: 'Dezelfde berekening voor andere maten en standaarden',
  standard: 'Gestandaardiseerd naar',
  deltaShort: 'Verschil',
  cellsCaption: 'Oordeel per onderzoek',
  study: 'Onderzoek',
  level: 'Niveau',
  light: 'Oordeel',
  holm: 'p (Holm)',
  primary: 'bepaalt het oordeel',
  cellsNote:
    'De onderzoeken zijn niet gemiddeld: zij meten met andere vragen of bij andere mensen. p is gecorrigeerd voor het aantal vergelijkingen (Holm).',
}

export const levels = {
  heading: 'Vier niveaus',
  intro:
    'De Tweede Kamer kreeg in 2020 vier manieren voorgelegd om een trendbreuk te zien. Twee gaan over dezelfde mensen of leeftijden, twee over het hele land.',
  individualA: 'Individueel a: wordt één mens eenzamer met de jaren?',
  individualAEmpty:
    'Niet te beantwoorden. Hiervoor moeten dezelfde mensen op meer momenten zijn ondervraagd, zoals in LASA. Zulke gegevens zitten niet in deze analyse.',
  individualB: (one: string) =>
    `Individueel b: is ${one} nu eenzamer dan een leeftijdgenoot tien jaar geleden?`,
  one: (low: string, high: string | null) =>
    high === null ? `een ${low}-plusser` : `iemand van ${low} tot en met ${high} jaar`,
  oneOfAll: 'een inwoner',
  individualBEmpty:
    'Niet te beantwoorden. Hiervoor zijn twee metingen van hetzelfde onderzoek nodig die ongeveer tien jaar uit elkaar liggen, met dezelfde leeftijden, zoals in LASA. Die vergelijking zit niet in deze analyse.',
  notCalculated:
    'De gegevens hiervoor zitten in deze analyse, maar deze versie van ejz beantwoordt deze vraag niet.',
  nationalA: 'Landelijk a: hoe veranderde het percentage?',
  nationalB: 'Landelijk b: en als de bevolking niet was verouderd?',
  oneWave: 'Er is één meting. Een verandering is daarmee niet te bepalen.',
  crudeCaption: (is: string, people: string) =>
    `Percentage ${people} dat ${is} is, per meting, zoals gemeten`,
  changesCaption: 'Verandering tussen metingen (procentpunt)',
  from: 'Van',
  until: 'Naar',
  difference: 'Verschil',
  p: 'p',
  pHolm: 'p (Holm)',
  omnibus: (Q: string, df: string, p: string) =>
    `Toets of de metingen onderling verschillen: Q = ${Q} bij ${df} ${df === '1' ? 'vrijheidsgraad' : 'vrijheidsgraden'}, ${p}.`,
  slope: (slope: string, interval: string) =>
    `Rechte lijn door alle metingen: ${slope} procentpunt per jaar (95%-interval ${interval}).`,
  lackOfFit: (Q: string, df: string, p: string) =>
    `Afwijking van die lijn: Q = ${Q} bij ${df} ${df === '1' ? 'vrijheidsgraad' : 'vrijheidsgraden'}, ${p}.`,
  standardIntro:
    'Ouder worden gaat samen met meer eenzaamheid. Als de groep anders van samenstelling wordt, verandert het percentage vanzelf. Standaardiseren houdt leeftijd en geslacht gelijk.',
  standardCaption: (is: string, people: string) =>
    `Percentage ${people} dat ${is} is, gestandaardiseerd naar leeftijd en geslacht`,
  noStandard: 'Er zijn geen gestandaardiseerde cijfers in deze analyse.',
  kitagawaCaption: 'Verandering van het percentage, gesplitst (procentpunt, Kitagawa)',
  period: 'Periode',
  total: 'Totaal',
  rate: 'Door eenzaamheid zelf',
  composition: 'Door leeftijd en geslacht',
  dasGuptaCaption: 'Verandering van het aantal eenzame mensen, gesplitst (Das Gupta)',
  size: 'Door de omvang van de groep',
  numbers: 'Van – naar',
  dasGuptaNote:
    'Het aantal inwoners komt uit de bevolkingsregistratie, op 1 januari na een meting in het najaar. Door afronding kan de som afwijken.',
  publishedSplit:
    'Van sommige metingen zijn alleen gepubliceerde cijfers bekend. Daarmee is een verandering niet te splitsen.',
  noSplit: 'Voor een splitsing van de verandering zijn twee metingen met getoonde cijfers nodig.',
}

export const who = {
  heading: 'Wie?',
  spread: (at: string, dimension: string, high: string, highValue: string, low: string, lowValue: string) =>
    `Naar ${dimension} is het percentage in ${at} het hoogst bij ${high} (${highValue}) en het laagst bij ${low} (${lowValue}).`,
  overlap: 'De intervallen van deze twee overlappen: het verschil kan toeval zijn.',
  captionOf: (is: string, dimension: string, people: string) =>
    `Percentage ${people} dat ${is} is, naar ${dimension}`,
  crossed: (dimensions: string, at: string) => `Alle cijfers naar ${dimensions} in ${at}`,
  several:
    'Bij veel vergelijkingen tegelijk vallen sommige verschillen groot uit door toeval. Lees een los verschil daarom niet als een uitkomst.',
  everyone: 'Alle leeftijden in het onderzoek',
  nothing: 'Er zijn geen cijfers naar groepen in deze analyse.',
}

export const where = {
  heading: 'Waar?',
  range: (shown: string, at: string, low: string, lowInterval: string, high: string, highInterval: string) =>
    `In ${at} lopen de percentages van de ${shown} getoonde gemeenten uiteen van ${low} (95%-interval ${lowInterval}) tot ${high} (95%-interval ${highInterval}).`,
  middle: (median: string, from: string, to: string) =>
    `De middelste gemeente heeft ${median}; de helft van de gemeenten ligt tussen ${from} en ${to}.`,
  noRanking:
    'Dit is geen ranglijst. Veel intervallen overlappen: de plaats van een gemeente kan toeval zijn. In de tabel staan de gemeenten daarom op naam of code en niet op percentage.',
  hidden: (count: string) => `Van ${count} gemeenten is het cijfer niet getoond.`,
  caption: (at: string) => `Percentage per gemeente in ${at}`,
  open: (count: string) => `Tabel van ${count} gemeenten`,
  municipality: 'Gemeente',
}

export const figure = {
  label: (number: number) => `Figuur ${number}`,
  table: (number: number) => `Tabel bij figuur ${number}`,
  notes: 'Noten',
  source: 'Bron',
  download: 'Download',
  image: 'afbeelding (SVG)',
  data: 'gegevens (CSV)',
  spec: 'grafiekbeschrijving (Vega-Lite)',
}
