/** Cards of the studies, what is kept apart, and the two scales side by side, in Dutch. */
export const cards = {
  heading: 'De onderzoeken naast elkaar',
  intro: 'Wat u moet weten van elk onderzoek voordat u cijfers naast elkaar legt.',
  instrument: 'Vragenlijst',
  items: (instrument: string, lonely: string, severe: string) =>
    `${instrument}; eenzaam: ${lonely}, ernstig: ${severe}`,
  subscale: (cutoffs: string) => `Emotioneel en sociaal eenzaam: deelscore ${cutoffs} of hoger`,
  asLabelled: (instrument: string, label: string) =>
    `${instrument}; eenzaam en ${label} zoals gepubliceerd, grens niet vermeld`,
  ages: 'Leeftijden',
  fromAge: (age: string, waves: string) => `vanaf ${age} jaar (${waves})`,
  inFiles: (low: string, high: string) => `in de bestanden ${low} tot en met ${high} jaar`,
  agesUnknown: 'niet bekend',
  population: 'Wie',
  privateHouseholds: 'Mensen in instellingen doen niet mee.',
  ownSource: 'Hierover is buiten de bestanden niets bekend.',
  mode: 'Wijze van ondervragen',
  usually: (mode: string) => `meestal ${mode}`,
  fieldwork: 'Veldwerk',
  target: (people: string) => `Aantal ${people}`,
  response: 'Respons',
  responseUnknown: 'niet bekend uit de bestanden',
  weights: 'Gewichten',
  noWeights: 'geen',
  asPublished: 'zoals gepubliceerd',
  panel: 'Dezelfde mensen',
  panelYes: 'ja, in meer metingen',
  panelNo: 'nee, elke meting andere mensen',
  holder: 'Beschikbaar bij',
  notes: 'Let op',
  flags: 'Opgevallen',
  noFlags: 'geen bijzonderheden',
  cite: 'Bron van deze kaart',
}

export const apart = {
  heading: 'Wat niet op één as mag',
  intro:
    'Deze metingen staan nergens samen op één as, in één lijn of in één gemiddelde. Tussen onderzoeken is niets omgerekend.',
  together: 'Alle metingen in dit rapport zijn onderling te vergelijken.',
  caption: 'Metingen die niet met elkaar te vergelijken zijn',
  one: 'Deze metingen',
  other: 'niet met',
  why: 'omdat',
  about: 'Geldt voor',
  waves: (source: string, waves: string) => `${source} (${waves})`,
  allMeasures: 'alle maten',
  everyone: 'alle leeftijden in het onderzoek',
  reasons: {
    instrument: 'andere vragenlijst',
    cutoff: 'andere grens voor deze maat',
    age_floor: 'andere laagste leeftijd',
    area: 'ander gebied',
    population: 'andere groep mensen',
    estimates: 'modelschatting tegenover steekproef',
  },
}

export const bridge = {
  heading: 'Elf en zes vragen bij dezelfde mensen (indicatief)',
  intro:
    'De zes vragen van de korte vragenlijst zitten ook in de lange. Bij dezelfde mensen is daarom te zien wat de korte lijst zou hebben gemeten. Dit is indicatief en telt in geen oordeel mee.',
  caption: (people: string) => `Dezelfde ${people}, met elf en met zes vragen`,
  wave: 'Meting',
  n: 'Respondenten',
  p11: 'Eenzaam, 11 vragen',
  p6: 'Eenzaam, 6 vragen',
  ratio: 'Verhouding',
  sens: 'Eenzaam met 11, ook met 6',
  spec: 'Niet eenzaam met 11, ook niet met 6',
  ppv: 'Eenzaam met 6, ook met 11',
  npv: 'Niet eenzaam met 6, ook niet met 11',
  kappa: 'Overeenstemming (κ)',
  termsNote:
    'De vier percentages over ‘ook’ heten sensitiviteit, specificiteit, positief en negatief voorspellende waarde.',
  crosswalkCaption: (wave: string) =>
    `Omgerekend van zes naar elf vragen met de verhoudingen van ${wave} (indicatief)`,
  estimate: 'Omgerekend',
  interval: '95%-interval',
  observed: 'Gemeten met 11 vragen',
  difference: 'Verschil (procentpunt)',
  crosswalkNote:
    'Omgerekend volgens Rogan en Gladen. Het verschil laat zien waarom omrekenen tussen vragenlijsten een verandering kan maken of verbergen. Tussen onderzoeken is daarom niets omgerekend.',
  panelNote: 'Waar dezelfde mensen aan beide metingen meededen, is geen interval te geven.',
}
