/** Whether a text is a unit as CBS and RIVM write them. */
export function isUnit(text: string): boolean {
  return text === '' || UNIT.test(text)
}

const UNIT =
  /^(%|‰|%-punt(en)?|aantal|aantallen|jaar|jaren|dagen|uren|uur|minuten|euro|km|km²|m|m²|ha|kg|kg\/m²|cm|gram|liter|score|schaalscore|index|indexcijfer|procent|percentage|number|years|days|hours|code|naam|x \d[\d .]*.*|\d{4} ?= ?100|(1 ?000|mln|mld|miljoen) .*|per .*|aantal (per|x) .*|gemiddeld(e)?( .*)?)$/i
