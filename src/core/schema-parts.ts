/** Parts that the schemas of the results share. */
import { z } from 'zod'

/** null = not determined, or suppressed */
export const number = z.number().nullable()
export const pair = z.tuple([z.number(), z.number()]).nullable()
export const domain = z.record(z.string(), z.string()).and(z.object({ target: z.string() }))

/** what a series is about */
export const about = {
  source: z.string(),
  measure: z.string(),
  domain,
  /** null = crude */
  standard: z.string().nullable(),
}
