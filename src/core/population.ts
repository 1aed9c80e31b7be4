/**
 * People by age band and sex on 1 January: counted by a register, or forecast.
 *
 * Units: persons; ages in whole years, `ageTo` exclusive, null for the open band.
 */
export interface PopulationRow {
  /** on 1 January of this year; a forecast says itself on which day */
  readonly year: number
  readonly sex: 'male' | 'female'
  readonly ageFrom: number
  readonly ageTo: number | null
  readonly persons: number
}

export interface Forecast {
  /** which forecast it is: the id of its table, or the name of its file */
  readonly vintage: string
  /** month and day that it counts people on */
  readonly day: '01-01' | '07-01'
  readonly rows: readonly PopulationRow[]
  /** what the file did not say and was taken from its figures */
  readonly remarks: readonly string[]
}
