/**
 * A standard population: persons by age band, and by sex where it knows the sexes.
 *
 * Any scale: only the shares count. Bounds are whole years; `ageTo` is
 * exclusive, null for the open band.
 */
export interface Standard {
  /** first-wave, last-wave, nl-2020, esp2013 or a file name */
  readonly id: string
  readonly cells: readonly StandardCell[]
}

export interface StandardCell {
  readonly ageFrom: number
  readonly ageTo: number | null
  readonly sex: 'male' | 'female' | null
  readonly persons: number
}
