/**
 * Seeded random numbers, the same on every machine and in every thread.
 *
 * The xoshiro128** generator, its state filled from the seed by splitmix32;
 * uniform numbers carry 53 bits and are never exactly 0 or 1, so that a
 * quantile function may be applied to them.
 *
 * Source: Blackman & Vigna (2021), ACM Trans. Math. Software 47(4), 36.
 * Checked against: the authors' algorithm in 32-bit integer arithmetic (Python).
 */
import { normalQuantile } from './distributions.ts'

export interface Random {
  /** 0 … 2³² − 1 */
  integer(): number
  /** strictly between 0 and 1 */
  uniform(): number
  /** 0 … n − 1 */
  below(n: number): number
  /** standard normal */
  normal(): number
  /** a new array in random order */
  shuffle<T>(values: readonly T[]): T[]
}

/** Any finite number is a seed; its lowest 32 bits count. */
export function seededRandom(seed: number): Random {
  const next = splitmix32(seed)
  return randomFrom([next(), next(), next(), next()])
}

export function randomFrom(state: readonly [number, number, number, number]): Random {
  const integer = xoshiro128(state)
  const uniform = () => ((integer() >>> 5) * 2 ** 26 + (integer() >>> 6) + 0.5) / 2 ** 53
  const below = (n: number) => Math.floor(uniform() * n)
  return { integer, uniform, below, normal: () => normalQuantile(uniform()), shuffle: shuffler(below) }
}

function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits))
}

function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/** Fisher-Yates */
function shuffler(below: (n: number) => number): <T>(values: readonly T[]) => T[] {
  return values => {
    const mixed = [...values]
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = below(i + 1)
      ;[mixed[i], mixed[j]] = [mixed[j], mixed[i]]
    }
    return mixed
  }
}
