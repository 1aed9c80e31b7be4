/** Dutch words of the charts that lie: change, parts of a change, trend break, municipalities. */
import { words } from '../text/nl/words.ts'

export const NL_ROWS = {
  change: {
    up: (people: string, is: string, since: string, size: string) =>
      `Percentage ${people} dat ${is} is sinds ${since} met ${size} gestegen`,
    down: (people: string, is: string, since: string, size: string) =>
      `Percentage ${people} dat ${is} is sinds ${since} met ${size} gedaald`,
    unclear: (people: string, is: string, since: string) =>
      `Of het percentage ${people} dat ${is} is sinds ${since} is veranderd, is niet vast te stellen`,
    groups: (clear: number, of: number) => `; in ${clear} van de ${of} groepen een duidelijke verandering`,
    noGroups: (of: number) => `; in geen van de ${of} groepen een duidelijke verandering`,
    subtitle: (people: string, is: string, from: string, to: string, source: string) =>
      `Verandering van het percentage ${people} dat ${is} is, van ${from} tot ${to}, in procentpunten. ${source}. Lijnen door de punten: 95%-interval.`,
    fewer: 'minder',
    more: 'meer',
    caption: (people: string, from: string, to: string) =>
      `Verandering van het percentage ${people}, van ${from} tot ${to} (procentpunt)`,
    column: 'Verandering',
    short: (from: string, to: string, values: string) =>
      `Puntgrafiek van de verandering van ${from} tot ${to}: ${values}.`,
    long: (rows: number, low: string, high: string) =>
      `Elk van de ${rows} rijen heeft een punt met een 95%-interval, op een as van ${low} tot ${high} procentpunt; rechts van nul is een toename.`,
    largest: (group: string, change: string) => `De grootste verandering is bij ${group}: ${change}.`,
    clear: (groups: string) => `Duidelijk is de verandering bij: ${groups}.`,
    noneClear: 'In geen rij is de verandering duidelijk.',
    clearNote:
      'Een verandering heet duidelijk als p na correctie voor het aantal vergelijkingen (Holm) kleiner is dan 0,05. Bij veel groepen tegelijk kan een enkele uitkomst toch toeval zijn.',
    roundingNote:
      'Veranderingen zijn berekend vóór afronding: zij kunnen afwijken van het verschil tussen afgeronde percentages.',
  },
  parts: {
    title: (people: string, is: string, since: string, composition: string, rate: string) =>
      `Percentage ${people} dat ${is} is sinds ${since}: ${rate} procentpunt door eenzaamheid zelf, ${composition} door leeftijd en geslacht`,
    subtitle: (people: string, is: string, source: string) =>
      `Verandering van het percentage ${people} dat ${is} is, gesplitst (Kitagawa), in procentpunten. ${source}. Dunne lijnen: 95%-interval.`,
    composition: 'door leeftijd en geslacht',
    rate: 'door eenzaamheid zelf',
    size: 'door de omvang van de groep',
    total: 'samen',
    period: (from: string, to: string) => `Van ${from} tot ${to}`,
    periodNumbers: (from: string, to: string, numberFrom: string, numberTo: string) =>
      `Van ${from} tot ${to}: van ${numberFrom} naar ${numberTo} mensen`,
    numberUp: (people: string, is: string, since: string, number: string) =>
      `Naar schatting ${number} meer ${people} ${is} dan in ${since}`,
    numberDown: (people: string, is: string, since: string, number: string) =>
      `Naar schatting ${number} minder ${people} ${is} dan in ${since}`,
    numberUnknown: (people: string, is: string, since: string) =>
      `Of er meer of minder ${people} ${is} zijn dan in ${since}, is niet vast te stellen`,
    numberSubtitle: (people: string, is: string, source: string) =>
      `Verandering van het aantal ${people} dat ${is} is, gesplitst (Das Gupta), in mensen. ${source}. Dunne lijnen: 95%-interval.`,
    caption: (people: string, is: string) =>
      `Verandering van het percentage ${people} dat ${is} is, gesplitst (procentpunt)`,
    numberCaption: (people: string, is: string) =>
      `Verandering van het aantal ${people} dat ${is} is, gesplitst (mensen)`,
    column: 'Onderdeel',
    periodColumn: 'Periode',
    change: 'Verandering',
    short: (from: string, to: string, values: string) =>
      `Watervalgrafiek van de verandering van ${from} tot ${to}: ${values}.`,
    long: 'Liggende balken tonen de onderdelen na elkaar, elk vanaf het eind van het vorige, en daaronder de som; dunne lijnen zijn 95%-intervallen.',
    block: (from: string, to: string, values: string) => `Van ${from} tot ${to}: ${values}.`,
    conclusion: (part: string, value: string) =>
      `Het grootste onderdeel is de verandering ${part}: ${value}.`,
    note: '‘Door leeftijd en geslacht’: de groep kreeg een andere verdeling over leeftijd en geslacht. ‘Door eenzaamheid zelf’: mensen van gelijke leeftijd en geslacht werden vaker of minder vaak eenzaam.',
    numberNote:
      'Het aantal inwoners komt uit de bevolkingsregistratie en geldt als bekend. Door afronding kan de som afwijken.',
  },
  breaks: {
    differs: (is: string, wave: string, size: string, way: string, name: string) =>
      `Percentage ${is} in ${wave} ${size} ${way} dan de eerdere trend liet verwachten: ${name}`,
    open: (wave: string, low: string, high: string) =>
      `Of de trend in ${wave} is gebroken, is niet vast te stellen: het verschil met de verwachting ligt tussen ${low} en ${high} procentpunt`,
    equal: (is: string, wave: string, margin: string) =>
      `Percentage ${is} in ${wave} minder dan ${margin} procentpunt van de eerdere trend: ${words.classes.continuation}`,
    subtitle: (people: string, source: string, margin: string) =>
      `Gemeten min verwacht percentage ${people}, in procentpunten. ${source}. Lijnen door de punten: 95%-interval, dikke lijnen 90%. Grijze band: grens van ± ${margin} procentpunt.`,
    better: 'lager dan verwacht',
    worse: 'hoger dan verwacht',
    other: (measure: string) => `Andere keuzes (${measure})`,
    tau: (points: string) => `schommeling (τ) ${points} procentpunt`,
    margin: (points: string) => `grens ${points} procentpunt`,
    start: (date: string) => `programma vanaf ${date}`,
    caption: (people: string) => `Gemeten min verwacht percentage ${people} (procentpunt)`,
    what: 'Reeks',
    delta: 'Verschil',
    outcome: 'Uitkomst',
    short: (wave: string, rows: string) =>
      `Puntgrafiek van het verschil tussen gemeten en verwacht percentage in ${wave}: ${rows}.`,
    long: (rows: number, margin: string) =>
      `Elk van de ${rows} rijen heeft een punt met een 95%-interval en, waar berekend, een 90%-interval; links van nul is gunstiger dan verwacht. Een grijze band toont de grens van ${margin} procentpunt aan weerszijden van nul.`,
    row: (name: string, delta: string, interval: string, outcome: string) =>
      `${name} ${delta} (${interval}), ${outcome}`,
    notAssessable: (what: string) => `Niet te bepalen: ${what}.`,
    note: 'Een interval met nul erin betekent niet dat de trend gelijk bleef. Dat is alleen aangetoond als het 90%-interval geheel binnen de grijze band ligt.',
  },
  places: {
    title: (count: number, is: string, low: string, high: string) =>
      `In de ${count} getoonde gemeenten is ${low} tot ${high} procent ${is}`,
    subtitle: (people: string, is: string, wave: string, scale: string, source: string) =>
      `Percentage ${people} dat ${is} is per gemeente in ${wave}, zoals gemeten (${scale}). ${source}. Lijnen door de punten: 95%-interval.`,
    together: (value: string) => `heel het onderzoek: ${value}`,
    municipality: 'Gemeente',
    axis: (count: number) => `${count} gemeenten, van laag naar hoog`,
    caption: (people: string, is: string, wave: string) =>
      `Percentage ${people} dat ${is} is per gemeente, ${wave}`,
    short: (count: number, low: string, high: string) =>
      `Puntgrafiek van ${count} gemeenten, van ${low} tot ${high}.`,
    long: (inside: number, count: number, value: string) =>
      `De gemeenten staan van laag naar hoog, elk met een 95%-interval; een lijn toont het percentage van heel het onderzoek (${value}). Bij ${inside} van de ${count} ligt die lijn binnen het interval.`,
    cutAxis: 'De as begint niet bij 0%.',
    uncertain: 'Verschillen tussen gemeenten zijn deels toeval: dit is geen ranglijst.',
    hidden: (count: number) =>
      count === 1
        ? 'Eén gemeente is niet getoond wegens te weinig waarnemingen, te grote onzekerheid of herkenbaarheid van mensen.'
        : `${count} gemeenten zijn niet getoond wegens te weinig waarnemingen, te grote onzekerheid of herkenbaarheid van mensen.`,
    note: 'Dit is geen ranglijst: veel intervallen overlappen, en gemeenten verschillen in leeftijdsopbouw. De tabel staat op code.',
  },
}
