/** How it was calculated, in Dutch: one text for every choice that the analysis can have made. */
export const method = {
  heading: 'Zo is gerekend',
  scale: 'Schaal',
  instruments: {
    djg11:
      'De Jong Gierveld-schaal met elf uitspraken; score 0 tot en met 11. Eenzaam: 3 of hoger. Ernstig eenzaam (ook: sterk eenzaam): 9 of hoger. Zeer ernstig eenzaam: 11. Op de zes negatief gestelde uitspraken tellen ‘ja’ en ‘min of meer’ als eenzaam, op de vijf positief gestelde ‘nee’ en ‘min of meer’.',
    djg6: 'De Jong Gierveld-schaal met zes uitspraken; score 0 tot en met 6. Eenzaam: 2 of hoger. Ernstig eenzaam (ook: sterk eenzaam): 5 of hoger. De niveaus zijn niet te vergelijken met die van de schaal met elf uitspraken.',
  } as Record<string, string>,
  subscale: (cutoff: string) => `Emotioneel en sociaal eenzaam: een deelscore van ${cutoff} of hoger.`,
  missingRule: 'Ontbrekende antwoorden',
  missingRules: {
    manual:
      'Volgens de handleiding: de hele schaal mag één antwoord missen, een deelschaal geen. Een ontbrekend antwoord telt als niet eenzaam.',
    'lasa-one':
      'Zoals in de LASA-metingen tot en met G: de hele schaal mag één antwoord missen, en een deelschaal ook.',
    'lasa-two':
      'Zoals in de LASA-metingen vanaf H: de hele schaal mag twee antwoorden missen, een deelschaal één.',
    complete: 'Alleen wie alle uitspraken beantwoordde, telt mee.',
    delivered: 'Scores zoals geleverd: de regel is die van de bronhouder.',
  } as Record<string, string>,
  weights: 'Weging',
  weighted: (wave: string, weight: string) => `${wave}: gewogen met ${weight}`,
  unweighted: (wave: string) => `${wave}: niet gewogen`,
  design: 'Steekproef en onzekerheid',
  strata: (wave: string, stratum: string) => `${wave}: strata naar ${stratum}`,
  noStrata: (wave: string) => `${wave}: één stratum`,
  psu: (psu: string) => `eenheden van trekking naar ${psu}`,
  ownPsu: 'iedere respondent een eigen eenheid van trekking',
  panel: 'dezelfde mensen over meer metingen samengenomen',
  variance:
    'De variantie volgt uit Taylor-linearisatie. Gewichten gelden als vast; het trekken geldt als met teruglegging.',
  lonelyPsu: {
    adjust: 'Een stratum met één eenheid is vergeleken met het gemiddelde van alle strata.',
    certainty: 'Een stratum met één eenheid draagt niet bij aan de variantie.',
    average: 'Een stratum met één eenheid krijgt de gemiddelde variantie van de andere strata.',
    remove: 'Een stratum met één eenheid telt niet mee in de variantie.',
    fail: 'Strata met één eenheid waren niet toegestaan.',
  } as Record<string, string>,
  intervals: 'Intervallen',
  intervalText:
    'Intervallen zijn 95%-intervallen op de logit-schaal met de t-verdeling; bij 0 en 100 procent volgens Korn en Graubard; voor gemiddelde scores met de t-verdeling.',
  changes: 'Veranderingen',
  changesText:
    'Een verschil is berekend uit niet-afgeronde percentages; de varianties zijn opgeteld, bij een panel met de covarianties. Vergelijkingen tussen meer dan twee metingen zijn gecorrigeerd met de methode van Holm.',
  standards: 'Standaardisatie',
  standardsText: (standards: string) =>
    `Directe standaardisatie naar leeftijd en geslacht. Gebruikte standaarden: ${standards}. De eerste geldt voor het oordeel.`,
  noStandards: 'Er is niet gestandaardiseerd.',
  decomposition: 'Splitsing',
  decompositionText:
    'De verandering van het percentage is gesplitst volgens Kitagawa, die van het aantal mensen volgens Das Gupta. De delen tellen op tot het geheel.',
  trendBreak: 'Trendbreuk',
  trendBreakText: (tau: string, margin: string) =>
    `Het verschil δ is het gemeten percentage min het percentage op de rechte lijn door de metingen van vóór het programma. Bij elke meting is een schommeling τ van ${tau} procentpunt meegeteld, bovenop de onzekerheid van de steekproef. Een verschil doet ertoe vanaf ${margin} procentpunt. Ligt het 95%-interval van δ helemaal onder of boven nul, dan is er een breuk; ligt het helemaal voorbij de grens, dan is het bewijs sterk. Ligt het 90%-interval helemaal binnen de grenzen, dan zet de trend door. In alle andere gevallen is er niets vast te stellen.`,
  varying: 'per onderzoek verschillend',
  disclosure: 'Wat niet wordt getoond',
  minima: (minN: string, minEvents: string) =>
    `Een percentage staat er alleen bij ten minste ${minN} respondenten, en ten minste ${minEvents} die wel en ${minEvents} die niet eenzaam zijn. Waar een verborgen cijfer uit de andere zou volgen, is ook een tweede verborgen.`,
  nchs: 'Te onzekere percentages zijn weggelaten volgens de norm van het Amerikaanse National Center for Health Statistics (2017).',
  rounding: 'Afronding',
  roundingText:
    'Er is gerekend met niet-afgeronde getallen en pas aan het eind afgerond. Percentages staan zonder decimaal als het interval een halve breedte heeft van 1 procentpunt of meer, of als de effectieve steekproef kleiner is dan 1.000; anders met één decimaal. Verschillen hebben één decimaal. Aantallen mensen zijn afgerond op honderdtallen, vanaf 100.000 op duizendtallen. Door afronding kunnen sommen en verschillen afwijken.',
}
