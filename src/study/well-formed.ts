/** The parts of a study file that are well formed, so that one mistake does not hide the next. */
import { z } from 'zod'
import type { ScaleId, SourceId } from '../core/study.ts'
import { studySchema } from './schema.ts'
import { figureSchema, SCALE_OF, waveSchema } from './wave-schema.ts'

export type Parts = Omit<z.infer<typeof partsSchema>, 'waves'> & { readonly waves: readonly PlacedWave[] }

export interface PlacedWave {
  /** its index under `waves` */
  readonly place: number
  readonly profile: SourceId | undefined
  /** its name in the results */
  readonly source: string | undefined
  readonly wave: string | undefined
  readonly name: string | undefined
  readonly columns: readonly string[]
  readonly figures: readonly PlacedFigure[]
  /** whether the key is written, well formed or not */
  has(key: string): boolean
}

/** One entry of `figures`, as far as it is well formed. */
export type PlacedFigure = z.infer<typeof partialFigureSchema> & {
  readonly path: readonly (string | number)[]
  readonly scale: ScaleId
  has(key: string): boolean
}

const { shape } = studySchema
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const partsSchema = z.object({
  programme: lenient(shape.programme),
  target: lenient(shape.target),
  bands: z
    .object({ target: lenient(shape.bands.unwrap().shape.target) })
    .optional()
    .catch(undefined),
  by: lenient(shape.by),
  standard: lenient(shape.standard),
  primary: lenient(shape.primary),
  decision: z
    .object({ tau: lenient(shape.decision.unwrap().shape.tau) })
    .optional()
    .catch(undefined),
  planned: lenient(shape.planned),
  waves: z.array(z.unknown()).catch([]),
})

const partialFigureSchema = z.object({
  measure: lenient(figureSchema.shape.measure),
  domain: lenient(figureSchema.shape.domain),
  value: lenient(figureSchema.shape.value),
  low: lenient(figureSchema.shape.low),
  high: lenient(figureSchema.shape.high),
  n: lenient(figureSchema.shape.n),
  deff: lenient(figureSchema.shape.deff),
})

const identitySchema = z.object({
  source: lenient(waveSchema.shape.source),
  name: lenient(waveSchema.shape.name),
  wave: lenient(waveSchema.shape.wave),
  scale: lenient(waveSchema.shape.scale),
  columns: z.record(z.string(), z.unknown()).catch({}),
  figures: z.array(z.unknown()).catch([]),
})

export function wellFormed(raw: unknown): Parts {
  const parts = partsSchema.safeParse(raw).data ?? partsSchema.parse({})
  return { ...parts, waves: parts.waves.flatMap(placed) }
}

function placed(raw: unknown, place: number): PlacedWave[] {
  const { data } = identitySchema.safeParse(raw)
  if (data === undefined || typeof raw !== 'object' || raw === null) return []
  const { source: profile, name, wave, columns, figures } = data
  const written = new Set(Object.keys(raw))
  return [
    {
      place,
      profile,
      source: profile === 'microdata' ? (name ?? profile) : profile,
      wave: wave === undefined ? undefined : String(wave),
      name,
      columns: Object.keys(columns),
      figures: figures.flatMap((figure, i) => placedFigure(figure, ['waves', place, 'figures', i], data)),
      has: key => written.has(key),
    },
  ]
}

function placedFigure(
  raw: unknown,
  path: PlacedFigure['path'],
  { scale, source }: z.infer<typeof identitySchema>,
): PlacedFigure[] {
  const { data } = partialFigureSchema.safeParse(raw)
  if (data === undefined || typeof raw !== 'object' || raw === null) return []
  const written = new Set(Object.keys(raw))
  return [{ ...data, path, scale: scale ?? SCALE_OF[source ?? 'microdata'], has: key => written.has(key) }]
}
