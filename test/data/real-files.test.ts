/**
 * Every real file of ../shared/data, read without a hint or refused with the way out.
 *
 * The numbers in the summaries are R's (test/reference/real-files.R); a second
 * test compares what R counted with what was read, so that neither is taken on trust.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import { readStatLine } from '../../src/ingest/statline/read.ts'
import { type Inspection, inspect } from '../../src/pipeline/inspect.ts'
import { ROOT } from '../source-graph.ts'

const DATA = join(ROOT, '../shared/data')

/** Folders that are one download, beside the files in them. */
const FOLDERS = ['v3_csv', 'v4_csv', 'v4_json', 'portal_csv', 'geo']

const part = (what: string) =>
  `refused: this is ${what} of a StatLine download, without the figures → name the file with the figures (Observations, TypedDataSet), or the folder or zip archive with all files`
const severalTables = (tables: string) =>
  `refused: there are figures of more than one table: ${tables} → name the one that is meant, or put each download into a folder of its own`

const SUMMARIES: Readonly<Record<string, string>> = {
  'SOURCES.csv': 'csv, 67 records, 8 variables, 516 values',
  'geo/gemeenten_2022_kerncijfers.csv': 'csv, 345 records, 14 variables, 4830 values',
  'geo/gemeenten_2022_nld_muni_wgs84.geojson': 'map of 345 features with 5 properties',
  'lasa_labels/lasa_value_labels_073.csv': 'csv, 827 records, 9 variables, 6616 values',
  'lasa_labels/lasa_value_labels_173.csv': 'csv, 256 records, 9 variables, 2048 values',
  'lasa_labels/lasa_value_labels_273.csv': 'csv, 278 records, 9 variables, 2159 values',
  'lasa_labels/lasa_value_labels_712.csv': 'csv, 120 records, 9 variables, 960 values',
  'lasa_labels/lasa_value_labels_z004.csv': 'csv, 196 records, 9 variables, 1564 values',
  'lasa_labels/lasa_value_labels_z008.csv': 'csv, 69 records, 9 variables, 424 values',
  'lasa_labels/lasa_value_labels_z052.csv': 'csv, 48 records, 9 variables, 394 values',
  'lasa_labels/lasa_variable_labels_073.csv': 'csv, 123 records, 7 variables, 736 values',
  'lasa_labels/lasa_variable_labels_173.csv': 'csv, 16 records, 7 variables, 96 values',
  'lasa_labels/lasa_variable_labels_273.csv': 'csv, 36 records, 7 variables, 216 values',
  'lasa_labels/lasa_variable_labels_712.csv': 'csv, 24 records, 7 variables, 144 values',
  'lasa_labels/lasa_variable_labels_z004.csv': 'csv, 7 records, 7 variables, 49 values',
  'lasa_labels/lasa_variable_labels_z008.csv': 'csv, 63 records, 7 variables, 397 values',
  'lasa_labels/lasa_variable_labels_z052.csv': 'csv, 3 records, 7 variables, 20 values',
  'population/nl_population_5y_sex_1jan.csv': 'csv, 280 records, 5 variables, 1400 values',
  'population/wpp2019_netherlands_5y_sex_1jul.csv': 'csv, 378 records, 5 variables, 1890 values',
  'portal_csv/Bevolkingsontwikkeling_per_jaar.csv':
    'portal null, 2224 observations; 722 missing, 0 texts; RegioS 556 (region) × Perioden 4 (period); 1 topic; 2012 to 2024',
  'portal_csv/Gezonde_levensverwachting__vanaf_1981_29012025_112744.csv':
    'portal null, 7 observations; 4 missing, 0 texts; Geslacht 1 × LeeftijdOp31December 1 × Perioden 7 (period); 1 topic; 1981 to 2023',
  'portal_csv/Gezondheidsmonitor__bevolking_18_jaar_of_ouder__regio__2022_22012025_151906.csv':
    'portal null, 208 observations; 0 missing, 0 texts; Regio 26 (region); 8 topics',
  'portal_csv/Regionale_kerncijfers_Nederland_22012025_144703.csv':
    'portal null, 588 observations; 299 missing, 219 texts; RegioS 7 (region) × Perioden 3 (period); 28 topics; 2022 to 2024',
  'published_figures.csv': 'csv, 195 records, 13 variables, 1798 values',
  'rivm/neighbourhoods_veld_50120NED_2022.geojson': 'map of 6 features with 57 properties',
  'sav/small.csv': 'csv, 2000 records, 19 variables, 37074 values',
  'sav/small_byte.sav': 'sav, 2000 records, 19 variables, 35216 values',
  'sav/small_none.sav': 'sav, 2000 records, 19 variables, 35216 values',
  'standard/esp2013_19bands.csv': 'csv, 19 records, 2 variables, 38 values',
  'standard/esp2013_20bands.csv': 'csv, 20 records, 2 variables, 40 values',
  'statline/Gezondheidsmonitor16_83674NED.csv':
    'titled 83674NED, 85536 observations; 9357 missing, 0 texts; Leeftijd 3 × Marges 3 (margin) × RegioS 432 (region) × Perioden 1 (period); 22 topics; 2016 to 2016',
  'statline/Gezondheidsonderzoek_83021NED.csv':
    'titled 83021NED, 6625 observations; 1664 missing, 0 texts; KenmerkenPersonen 53 × Marges 1 (margin) × Perioden 1 (period); 125 topics; 2019 to 2019; warns duplicate_column 17',
  'v3_csv/80305ned_UntypedDataSet_31012020_124042.csv':
    'odata3-untyped 80305ned, 19500 observations; 6132 missing, 0 texts; RegioS 12 (region) × Perioden 13 (period); 125 topics; 2006JJ00 to 2018JJ00',
  'v3_csv/83958NED_TypedDataSet_19062020_173530.csv':
    'odata3-typed 83958NED, 17507 observations; 0 missing, 17507 texts; Woonplaatsen 2501 (region); 7 topics',
  'v3_csv/83958NED_UntypedDataSet_19062020_173456.csv':
    'odata3-typed 83958NED, 17507 observations; 0 missing, 17507 texts; Woonplaatsen 2501 (region); 7 topics',
  'v3_csv/83958NED_metadata.csv': part('the description (titles, units and code tables)'),
  'v4_csv/Catalog.csv': part('a list of groups, links or endpoints'),
  'v4_csv/Dimensions.csv': part('the list of dimensions'),
  'v4_csv/Distribution.csv': part('a list of groups, links or endpoints'),
  'v4_csv/DuurInkomenspositieCodes.csv': part('the code table of one dimension'),
  'v4_csv/GeslachtCodes.csv': part('the code table of one dimension'),
  'v4_csv/InkomensgrensHuishoudenCodes.csv': part('the code table of one dimension'),
  'v4_csv/KenmerkenVanHuishoudensCodes.csv': part('the code table of one dimension'),
  'v4_csv/KenmerkenVanHuishoudensGroups.csv': part('a list of groups, links or endpoints'),
  'v4_csv/KenmerkenVanPersonenCodes.csv': part('the code table of one dimension'),
  'v4_csv/KenmerkenVanPersonenGroups.csv': part('a list of groups, links or endpoints'),
  'v4_csv/LinkProvenances.csv': part('a list of groups, links or endpoints'),
  'v4_csv/LinkRelatedSources.csv': part('a list of groups, links or endpoints'),
  'v4_csv/MeasureCodes.csv': part('the list of topics'),
  'v4_csv/Observations.csv':
    'odata4-csv 85678NED, 11460 observations; 0 missing, 0 texts; KenmerkenVanHuishoudens 54 × InkomensgrensHuishouden 4 × DuurInkomenspositie 2 × Perioden 14 (period); 2 topics; 2011 to 2024JJ00; provisional 2022; warns missing_part, unknown_category 29, unknown_category 2, probably_cut_off',
  'v4_csv/PeriodenCodes.csv': part('the code table of one dimension'),
  'v4_csv/PeriodenGroups.csv': part('a list of groups, links or endpoints'),
  'v4_csv/Properties.csv': part('the description'),
  'v4_csv/RegioSCodes.csv': part('the code table of one dimension'),
  'v4_csv/RegioSGroups.csv': part('a list of groups, links or endpoints'),
  'v4_json/80072ned_meta_0.json': part('the description'),
  'v4_json/80072ned_meta_1.json': part('a list of groups, links or endpoints'),
  'v4_json/80072ned_meta_10.json': part('a list of groups, links or endpoints'),
  'v4_json/80072ned_meta_11.json': part('the code table of one dimension'),
  'v4_json/80072ned_meta_2.json': part('a list of groups, links or endpoints'),
  'v4_json/80072ned_meta_3.json':
    'odata4-json 80072ned, 1 observations; 0 missing, 0 texts; BedrijfskenmerkenSBI2008 1 × Perioden 1 (period); 1 topic; 1996KW01 to 1996KW01; warns missing_part, probably_cut_off',
  'v4_json/80072ned_meta_4.json':
    'odata4-json 80072ned, 4409 observations; 0 missing, 0 texts; BedrijfskenmerkenSBI2008 39 × Perioden 121 (period); 1 topic; 1996JJ00 to 2020KW01; warns missing_part',
  'v4_json/80072ned_meta_5.json': part('the list of topics'),
  'v4_json/80072ned_meta_6.json': part('the list of dimensions'),
  'v4_json/80072ned_meta_7.json': part('the description'),
  'v4_json/80072ned_meta_8.json': part('a list of groups, links or endpoints'),
  'v4_json/80072ned_meta_9.json': part('the code table of one dimension'),
  'variables.csv': 'csv, 39 records, 9 variables, 329 values',
  v3_csv: severalTables(
    '80305ned_UntypedDataSet_31012020_124042.csv, 83958NED_TypedDataSet_19062020_173530.csv, 83958NED_UntypedDataSet_19062020_173456.csv',
  ),
  v4_csv:
    'odata4-csv 85678NED, 11460 observations; 0 missing, 0 texts; KenmerkenVanHuishoudens 54 × InkomensgrensHuishouden 4 × DuurInkomenspositie 2 × Perioden 14 (period); 2 topics; 2011 to 2024JJ00; provisional 2022; warns missing_part, unknown_category 29, unknown_category 2, probably_cut_off',
  v4_json:
    'odata4-json 80072ned, 4409 observations; 0 missing, 0 texts; BedrijfskenmerkenSBI2008 39 × Perioden 121 (period); 1 topic; 1996 to 2020 1e kwartaal; provisional 2020 1e kwartaal; warns duplicate_observation 1',
  portal_csv: severalTables(
    'Bevolkingsontwikkeling_per_jaar.csv, Gezonde_levensverwachting__vanaf_1981_29012025_112744.csv, Gezondheidsmonitor__bevolking_18_jaar_of_ouder__regio__2022_22012025_151906.csv, Regionale_kerncijfers_Nederland_22012025_144703.csv',
  ),
  geo: 'refused: the folder holds neither a download of StatLine nor .sav files → name one of the files in it',
}

interface Counted {
  readonly values?: { readonly numbers: number; readonly sum: number }
  readonly [what: string]: unknown
}

const REFERENCE: { files: Readonly<Record<string, Counted>> } = JSON.parse(
  readFileSync(join(ROOT, 'test/reference/real-files.json'), 'utf8'),
)

function summary(found: Inspection): string {
  const warnings = found.warnings.map(({ code, count }) => `${code}${count === undefined ? '' : ` ${count}`}`)
  return [...facts(found), ...(warnings.length === 0 ? [] : [`warns ${warnings.join(', ')}`])].join('; ')
}

function facts(found: Inspection): string[] {
  switch (found.kind) {
    case 'survey': {
      const n = found.variables.reduce((sum, variable) => sum + variable.n, 0)
      return [`${found.format}, ${found.rows} records, ${found.variables.length} variables, ${n} values`]
    }
    case 'geography':
      return [`map of ${found.features} features with ${found.properties.length} properties`]
    case 'folder':
      return [`${found.files.length} .sav files`]
    case 'statline': {
      const dimensions = found.dimensions.map(
        ({ key, kind, categories }) => `${key} ${categories}${kind === 'other' ? '' : ` (${kind})`}`,
      )
      const periods = found.dimensions.find(({ kind }) => kind === 'period')
      return [
        `${found.form} ${found.id}, ${found.observations} observations`,
        `${found.missing} missing, ${found.texts} texts`,
        dimensions.join(' × '),
        found.measures.length === 1 ? '1 topic' : `${found.measures.length} topics`,
        ...(periods === undefined ? [] : [`${periods.first} to ${periods.last}`]),
        ...(periods === undefined || periods.provisional.length === 0
          ? []
          : [`provisional ${periods.provisional.join(', ')}`]),
      ]
    }
  }
}

async function seen(path: string): Promise<string> {
  try {
    return summary(await inspect(join(DATA, path), { threads: 1 }))
  } catch (error) {
    if (!(error instanceof EjzError)) throw error
    return `refused: ${error.message} → ${error.hint}`
  }
}

function allFiles(): string[] {
  return readdirSync(DATA, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(DATA.length + 1))
    .sort()
}

describe.skipIf(!existsSync(DATA))('every real file (skipped where ../shared/data is absent)', () => {
  const read = new Map<string, string>()
  beforeAll(async () => {
    for (const path of [...allFiles(), ...FOLDERS]) read.set(path, await seen(path))
  }, 60_000)

  it('is read without a hint, or refused with the reason and the way out', () => {
    expect(Object.fromEntries(read)).toEqual(SUMMARIES)
  })

  it('holds what R counts in it', async () => {
    for (const [path, { values, ...counted }] of Object.entries(REFERENCE.files)) {
      const found = await inspect(join(DATA, path), { threads: 1 })
      expect({ path, ...counts(found) }).toMatchObject({ path, ...counted })
    }
  }, 60_000)

  it('has as many numbers as R reads, with the same sum', async () => {
    for (const [path, { values }] of Object.entries(REFERENCE.files)) {
      if (values === undefined) continue
      const numbers = (await readStatLine(join(DATA, path))).values.filter(value => !Number.isNaN(value))
      expect({ path, numbers: numbers.length }).toEqual({ path, numbers: values.numbers })
      expect(numbers.reduce((sum, value) => sum + value, 0)).toBeCloseTo(values.sum, 5)
    }
  }, 60_000)
})

/** What was read, in the words of the R script. */
function counts(found: Inspection): Record<string, unknown> {
  switch (found.kind) {
    case 'survey': {
      const n = found.variables.reduce((sum, variable) => sum + variable.n, 0)
      return { rows: found.rows, columns: found.variables.length, filled: n, valid: n }
    }
    case 'geography':
      return { features: found.features, properties: found.properties.length }
    case 'folder':
      return {}
    case 'statline':
      return {
        observations: found.observations,
        topics: found.measures.length,
        dimensions: found.dimensions.length,
        blank: found.missing,
        texts: found.texts,
        categories: Object.fromEntries(found.dimensions.map(({ key, categories }) => [key, categories])),
        unknown: unknownCodes(found.warnings),
        provisional: found.dimensions.find(({ kind }) => kind === 'period')?.provisional.join(),
        repeated: found.warnings.find(({ code }) => code === 'duplicate_column')?.count ?? 0,
      }
  }
}

function unknownCodes(warnings: Inspection['warnings']): Record<string, number> {
  const found = { Measure: 0 }
  const unknown = warnings.filter(({ code }) => code === 'unknown_category')
  return Object.assign(found, ...unknown.map(({ values, count }) => ({ [`${values?.dimension}`]: count })))
}
