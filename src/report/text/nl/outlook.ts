/** De vooruitblik, in het Nederlands. */
export const outlook = {
  heading: 'Vooruitblik',
  intro: (study: string, whom: string) =>
    `Hoeveel ${whom} zijn er straks eenzaam? Dat hangt af van twee dingen: hoeveel ouderen er dan zijn, en welk deel van hen eenzaam is. Hieronder staan vijf scenario’s op grond van ${study}. Een scenario is geen voorspelling. Geen van de scenario’s is het effect van het programma.`,
  none: 'Er is geen vooruitblik.',
  noneFor: (year: string) => `Voor ${year} is er geen vooruitblik.`,
  reasons: {
    regional_only: 'Het onderzoek gaat over een deel van Nederland.',
    panel: 'Het onderzoek volgt steeds dezelfde mensen. Daaruit volgt geen aantal voor het hele land.',
    published_wave: 'Van een meting van vóór het programma zijn alleen gepubliceerde cijfers bekend.',
    fewer_than_two_pre_waves: 'Er zijn minder dan twee metingen van vóór het programma.',
    fewer_than_min_pre_waves: 'Er zijn minder metingen van vóór het programma dan de studie vraagt.',
    instrument_change: 'De vragenlijst is tussen de metingen veranderd.',
    forecast_year_missing: 'De bevolkingsprognose gaat niet over dat jaar.',
    forecast_ages_differ: 'De leeftijden in de bevolkingsprognose passen niet bij die van het onderzoek.',
    suppressed: 'De cijfers waarop de vooruitblik rust, worden niet getoond.',
  },
  otherReason: (code: string) => `De reden staat in de resultaten: ${code}.`,
  caption: 'Aantal eenzame mensen bij vijf scenario’s',
  scenario: 'Scenario',
  number: 'Eenzaam',
  share: 'Aandeel',
  chance: 'Kans op meer dan een miljoen',
  scenarios: {
    constant: 'de percentages blijven gelijk',
    continuing: 'de trend van vóór het programma gaat door',
    broken50: 'die trend is voor de helft gebroken',
    broken100: 'die trend is gebroken',
    broken150: 'die trend is gekeerd',
  },
  below: 'minder dan 1%',
  above: 'meer dan 99%',
  splitCaption: 'Waardoor het aantal verandert',
  total: 'Verandering',
  size: 'Aantal ouderen',
  composition: 'Leeftijd en geslacht',
  rate: 'Aandeel eenzaam',
  since: (date: string) =>
    `De verandering is gerekend vanaf ${date}. Tussen haakjes: de standaardfout, zonder die van de bevolkingsprognose.`,
  forecast: (vintage: string) => `Bevolkingsprognose: ${vintage}.`,
  breakEven: (year: string, total: string, share: string) =>
    `In ${year} zijn er volgens de prognose ${total} mensen van deze leeftijd. Een miljoen eenzame mensen is dan ${share} van hen.`,
  uncertainty: (draws: string, share: string) =>
    `De intervallen komen uit ${draws} trekkingen. Ze bevatten de onzekerheid van de steekproef, van de trend en van de bevolking (${share}). Of de trend zo doorgaat, is onzekerder dan de intervallen laten zien.`,
  caveats: {
    two_point_slope: 'De trend is een lijn door twee metingen.',
    private_households:
      'Het onderzoek gaat over mensen in particuliere huishoudens. De prognose telt ook mensen in instellingen mee.',
    people_not_stated: 'Het is niet bekend of het onderzoek over alle inwoners van Nederland gaat.',
    slopes_differ: 'De trend verschilt tussen leeftijden en geslachten. Het scenario rekent met één trend.',
    smoothed:
      'In een groep was niemand of iedereen eenzaam. Daar is gerekend met een half geval meer of minder.',
    spreads_differ: 'Twee manieren om de onzekerheid te berekenen verschillen. Lees het interval ruim.',
  },
}
