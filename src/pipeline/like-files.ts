/** The files of one wave are read as one: what one has and another lacks would be lost or made up. */
import { basename } from 'node:path'
import type { Binding } from '../core/binding.ts'
import { EjzError } from '../core/error.ts'
import type { OpenedFile } from './open-wave.ts'
import { deliveredScores } from './scored.ts'

export function refuseUnlikeFiles([first, ...others]: readonly OpenedFile[]): void {
  const own = partsOf(first.binding)
  for (const { file, binding } of others) {
    const parts = partsOf(binding)
    const lacking = own.filter(part => !parts.includes(part))
    const besides = parts.filter(part => !own.includes(part))
    if (lacking.length === 0 && besides.length === 0) continue
    const [has, lacks] = lacking.length > 0 ? [first.file, file] : [file, first.file]
    const differing = lacking.length > 0 ? lacking : besides
    throw new EjzError(
      'files-differ',
      `${basename(has.path)} has ${differing.join(', ')}, which ${basename(lacks.path)} lacks`,
      'the files of one wave need the same variables: ask for a complete file, or take the wave from one of them',
      'data',
      { where: file.path },
    )
  }
}

/** What each file must say, by its name here. */
function partsOf(binding: Binding): string[] {
  return [
    ...Object.keys(binding.columns).filter(name => name !== 'id' || binding.duplicates !== undefined),
    ...binding.by.keys(),
    ...[...binding.items.keys()].map(item => `item ${item}`),
    ...deliveredScores(binding).map(({ holds }) => `the score ${holds}`),
    ...(binding.ageClasses === undefined ? [] : ['age in classes']),
    ...(binding.duplicates === undefined ? [] : ['the number of a person']),
    ...(binding.year === undefined ? [] : ['the year of a record']),
    ...(binding.rows === undefined ? [] : ['the wave of a record']),
  ]
}
