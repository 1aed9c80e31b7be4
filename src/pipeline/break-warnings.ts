/** What the breaks of a source say about what they can and cannot show. */
import type { BreakEntry } from '../core/results.ts'
import type { Warning } from '../core/warning.ts'

export function breakWarnings(breaks: readonly BreakEntry[]): Warning[] {
  const lonely = breaks.filter(entry => entry.measure === 'lonely')
  const sources = [...new Set(lonely.map(entry => entry.source))]
  return sources.flatMap(source => {
    const own = lonely.filter(entry => entry.source === source)
    const classes = new Set(own.filter(entry => entry.standard !== null).map(entry => entry.class))
    const has = (flag: string) => own.some(entry => entry.flags.includes(flag))
    return [
      ...(classes.size > 1
        ? [
            {
              code: 'standard_sensitive' as const,
              source,
              message: 'the class of the trend break depends on the standard population',
              values: { classes: [...classes].join(', ') },
            },
          ]
        : []),
      ...(has('no_residual_df')
        ? [
            {
              code: 'no_residual_df' as const,
              source,
              message:
                'two waves before the programme fix its trend exactly: whether that trend was a straight line cannot be tested',
            },
          ]
        : []),
      ...(own.some(entry => entry.continuationAttainable === false)
        ? [
            {
              code: 'continuation_unattainable' as const,
              source,
              message: 'with these waves it cannot be shown that there is no trend break within the margin',
            },
          ]
        : []),
    ]
  })
}
