/** Marks of published figures in Dutch: behind a figure, and what they mean below its table. */
export const marks = {
  published: 'gepubliceerd cijfer',
  model: 'schatting van een model',
  approximate: 'benaderde onzekerheid',
  publishedNote: (places: string) =>
    `Gepubliceerd cijfer. De antwoorden zelf zijn niet gebruikt. Bron: ${places}.`,
  modelNote: (places: string) => `Schatting van een model, niet gemeten in een steekproef. Bron: ${places}.`,
  approximateNote:
    'Benaderde onzekerheid: het interval is gepubliceerd, of berekend uit het gepubliceerde aantal respondenten.',
  roundedNote:
    'Sommige gepubliceerde cijfers zijn afgerond. Een klein verschil tussen metingen is daardoor niet te zien.',
  noVarianceNote:
    'Van sommige gepubliceerde cijfers is de onzekerheid niet bekend. Daarmee is geen verandering berekend.',
  smallNote:
    'Sommige gepubliceerde cijfers gaan over weinig mensen. Zij zijn al openbaar en daarom toch getoond.',
  modelCaption: 'Schattingen van een model (SMAP): geen meting',
  modelIntro:
    'Deze cijfers zijn berekend met een model. Zij horen niet in een reeks van metingen. Er is geen verandering of trendbreuk mee berekend.',
  areas: (count: string) => `Aantal gebieden met een schatting in het bestand estimates.csv: ${count}.`,
  group: 'Groep',
}
