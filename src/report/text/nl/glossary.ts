/** Terms and signs in Dutch. */
export const glossary = {
  heading: 'Begrippen',
  terms: [
    [
      'Eenzaamheid',
      'Iemand ervaart een verschil tussen de contacten die er zijn en de contacten die gewenst zijn. Het is een gevoel, en iets anders dan alleen zijn.',
    ],
    [
      'Emotionele eenzaamheid',
      'Het missen van een hechte band, zoals met een partner of een beste vriend of vriendin.',
    ],
    ['Sociale eenzaamheid', 'Het missen van een bredere kring, zoals kennissen, collega’s of buren.'],
    ['Ernstig eenzaam', 'Een hoge score op de schaal. Andere publicaties noemen dit ook sterk eenzaam.'],
    [
      '95%-interval',
      'De waarden die goed bij de gegevens passen. Zou het onderzoek heel vaak worden herhaald, dan bevat ongeveer 95 procent van zulke intervallen de echte waarde.',
    ],
    [
      'Procentpunt',
      'Het verschil tussen twee percentages. Van 50 naar 55 procent is een stijging van 5 procentpunt.',
    ],
    ['Standaardisatie', 'Herberekenen alsof de samenstelling naar leeftijd en geslacht steeds dezelfde was.'],
    [
      'Trendbreuk',
      'De ontwikkeling van ná het begin van het programma wijkt af van de lijn van vóór het begin.',
    ],
    ['0-meting', 'De meting waarmee latere metingen worden vergeleken.'],
    [
      'Effectieve steekproef',
      'Het aantal respondenten van een eenvoudige steekproef die even nauwkeurig zou zijn.',
    ],
  ] as readonly (readonly [string, string])[],
}

export const signs = {
  heading: 'Verklaring van tekens',
  caption: 'Tekens in de tabellen',
  sign: 'Teken',
  meaning: 'Betekenis',
  rows: [
    ['.', 'onbekend of onvoldoende betrouwbaar'],
    ['x', 'geheim: niet getoond om herkenning van mensen te voorkomen'],
    ['*', 'voorlopig cijfer'],
    ['0 (0,0)', 'kleiner dan de helft van de gekozen eenheid'],
    ['leeg', 'kan niet voorkomen of is niet berekend'],
    ['–', 'tussen twee jaren: tot en met'],
    ['†', 'gepubliceerd cijfer, niet berekend uit antwoorden'],
    ['‡', 'schatting van een model, geen meting'],
    ['≈', 'benaderde onzekerheid: uit wat is gepubliceerd'],
  ] as readonly (readonly [string, string])[],
  unreliable: 'onvoldoende betrouwbaar',
  secret: 'niet getoond',
  unknown: 'niet bekend',
  empty: 'niet van toepassing',
}
