/** The files a study names that are not there, with names that look like them. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Problem } from '../core/error.ts'
import type { Study } from '../core/study.ts'
import { similar } from '../core/suggest.ts'

export function missingFiles(study: Study): Problem[] {
  const ofStudy = [
    ...study.standard.filter(name => /\.csv$/i.test(name)),
    study.population === 'built-in' ? null : study.population,
    study.forecast,
    study.municipalities.register,
    study.municipalities.geometry,
  ]
  return [
    ...study.waves.flatMap(wave =>
      [...wave.files, wave.folder, wave.published ?? null].flatMap(path => absent(path, wave.where)),
    ),
    ...ofStudy.flatMap(path => absent(path, study.file)),
  ]
}

function absent(path: string | null, where: string | null): Problem[] {
  if (path === null || existsSync(path)) return []
  return [
    {
      code: 'file-not-found',
      message: `there is no file ${path}`,
      hint: hintFor(path),
      ...(where === null ? {} : { where }),
    },
  ]
}

function hintFor(path: string): string {
  const folder = dirname(path)
  if (!existsSync(folder))
    return `the folder ${folder} is not there either; paths are relative to the study file`
  const [best] = similar(basename(path), readdirSync(folder), 1)
  return best === undefined ? `look in ${folder} for its right name` : `did you mean ${best}?`
}
