/** Which known words a mistyped one may have meant, by edit distance and by beginning. */
import { distance } from 'fastest-levenshtein'

/** The closest candidates, best first; empty when none is close. */
export function similar(word: string, candidates: Iterable<string>, most = 3): string[] {
  return [...new Set(candidates)]
    .map(candidate => ({ candidate, far: farness(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= 0.4)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** "did you mean `x`?", or the whole choice when nothing is close. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const [best] = similar(word, candidates, 1)
  return best === undefined ? `choose from ${candidates.join(', ')}` : `did you mean \`${best}\`?`
}

/** 0 = equal, 1 = nothing in common; a word that begins another, or swaps its letters, is near it. */
function farness(word: string, candidate: string): number {
  if (word === candidate) return 0
  if (word.length >= 3 && (candidate.startsWith(word) || letters(word) === letters(candidate))) return 0.3
  return distance(word, candidate) / Math.max(word.length, candidate.length)
}

function letters(word: string): string {
  return [...word].sort().join('')
}
