/** Which topics of a table are asked for: a table of all neighbourhoods has thirty, of which four matter. */
import type { Description } from './description.ts'
import { isCode } from './key.ts'

export type AskedTopics = (key: string, description: Description) => boolean

/** By key or title; all of them without a pattern, and where a code has no title. */
export function askedTopics(pattern: RegExp | null): AskedTopics {
  if (pattern === null) return () => true
  return (key, { measures }) => {
    const title = measures.get(key)?.title
    return title === undefined ? isCode(key) || pattern.test(key) : pattern.test(key) || pattern.test(title)
  }
}
