/** What `ejz check` finds in the standards, the population and the forecast that a study brings itself. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { EjzError, type Problem } from '../core/error.ts'
import type { Standard } from '../core/standard.ts'
import type { Study } from '../core/study.ts'
import { peopleSummary, readForecast, readPopulation } from './population-file.ts'
import { fixedStandard } from './standard-populations.ts'

export interface ReferenceFindings {
  readonly problems: readonly Problem[]
  /** one line for each file: what it holds */
  readonly notes: readonly string[]
}

export async function checkReferences(study: Study): Promise<ReferenceFindings> {
  const { population, forecast } = study
  const standards = study.standard.filter(name => !/\.csv$/i.test(name) || existsSync(name))
  const findings = [
    ...(await Promise.all(standards.map(name => found(() => standardNotes(name))))),
    await found(() => populationNotes(population)),
    await found(() => forecastNotes(forecast)),
  ]
  return {
    problems: findings.flatMap(({ problems }) => problems),
    notes: findings.flatMap(({ notes }) => notes),
  }
}

/** Standards whose edges the bands need; those that cannot be read are told of above. */
export function readableStandards(study: Study): Standard[] {
  return study.standard.flatMap(name => {
    try {
      return fixedStandard(name) ?? []
    } catch (error) {
      if (error instanceof EjzError) return []
      throw error
    }
  })
}

/** A standard is as it was made: read it, and say nothing. */
async function standardNotes(name: string): Promise<string[]> {
  fixedStandard(name)
  return []
}

async function populationNotes(path: string): Promise<string[]> {
  if (path === 'built-in' || !existsSync(path)) return []
  return [`population ${peopleSummary(basename(path), await readPopulation(path))}`]
}

async function forecastNotes(path: string | null): Promise<string[]> {
  if (path === null || !existsSync(path)) return []
  const { vintage, rows, remarks } = await readForecast(path)
  return [`forecast ${peopleSummary(vintage, rows)}`, ...remarks]
}

async function found(work: () => Promise<readonly string[]>): Promise<ReferenceFindings> {
  try {
    return { problems: [], notes: await work() }
  } catch (error) {
    if (error instanceof EjzError) return { problems: error.problems, notes: [] }
    throw error
  }
}
