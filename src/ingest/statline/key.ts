/** Keys of StatLine from titles, and what is left of a key without its running number. */

/** Eenzaam_27 → Eenzaam; x.1 and x...21 are the marks that pandas and R give a name that came twice. */
export function stemOf(key: string): string {
  return key.replace(/(_\d+|\.\.\.\d+|(?<=[A-Za-z])\.\d+)$/, '')
}

/** "Regio's" → RegioS, "Ernstig/ zeer ernstig eenzaam" → ErnstigZeerErnstigEenzaam, as CBS makes its keys. */
export function keyFromTitle(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== '')
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('')
}

/** M001924 and 1050010_2 of OData v4 say nothing by themselves. */
export function isCode(key: string): boolean {
  return /^[A-Z]{0,2}\d+(_\d+)?$/.test(key)
}

/** Such as 85766NED, 7461bev, from the name of a file or an address. */
export function tableId(name: string): string | null {
  return /(?:^|[^0-9A-Za-z])(\d{4,5}(?:ned|eng|bev))(?![0-9A-Za-z])/i.exec(name)?.[1] ?? null
}
