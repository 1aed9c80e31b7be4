/**
 * Whether a stream is coloured: `--no-color`, then NO_COLOR (non-empty), then
 * FORCE_COLOR, then whether a person is looking at that stream.
 *
 * Levels as chalk has them: 0 none, 1 sixteen colours, 2 and 3 more. Chalk
 * itself does not obey NO_COLOR.
 */
import type { Io, OutputStream } from './io.ts'

export type ColourLevel = 0 | 1 | 2 | 3

export function colourLevel(stream: OutputStream, env: Io['env'], wanted: boolean): ColourLevel {
  if (!wanted || (env.NO_COLOR ?? '') !== '') return 0
  if (env.FORCE_COLOR !== undefined) return forcedLevel(env.FORCE_COLOR)
  return stream.isTTY === true && env.TERM !== 'dumb' ? 1 : 0
}

function forcedLevel(value: string): ColourLevel {
  if (value === '0' || value === 'false') return 0
  return value === '2' ? 2 : value === '3' ? 3 : 1
}
