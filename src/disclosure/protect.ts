/**
 * Complementary suppression: which further figures to hide so that no secret can
 * be computed from those that are shown.
 *
 * As long as the relations leave a secret no freedom, the least figure that
 * shares a relation with it is hidden as well, and becomes a secret itself. In a
 * row or column with a published total that is: exactly one hidden, hide the
 * smallest other; repeat until nothing changes. Exact computation is prevented,
 * not every narrow bound. The same figures give the same answer in any order.
 */
import { firstLeak, type Leak, type Relation } from './determined.ts'

export interface Figure {
  /** printed, or plainly nobody */
  readonly known: boolean
  /** must not be computable while it is not known */
  readonly secret: boolean
  /** a derived detail, given up before any figure of its own when many relations together tell */
  readonly derived: boolean
  /** the total of a target: given up only when no detail, however far off, is left */
  readonly headline: boolean
  /** figures of the secret's own table are hidden first */
  readonly table: string | null
  /** then the figure with the lowest; null = there is nothing to hide */
  readonly order: number | null
  /** figures of the same people, hidden with it */
  readonly linked: readonly number[]
}

/** The positions of the figures to hide, in the order in which it was found. */
export function protect(figures: readonly Figure[], relations: readonly Relation[]): number[] {
  const hidden = new Set<number>()
  const given = new Set<number>()
  const isKnown = (i: number) => figures[i].known && !hidden.has(i)
  const isSecret = (i: number) => figures[i].secret && !given.has(i)
  const hide = (i: number) => {
    if (!isKnown(i)) return
    hidden.add(i)
    figures[i].linked.forEach(hide)
  }
  for (;;) {
    const leak = firstLeak(relations, isKnown, isSecret)
    if (leak === null) return [...hidden]
    const isDetail = (i: number) => isKnown(i) && !figures[i].headline
    const other =
      nearest(leak, figures, relations, { isKnown, isFree: isDetail }) ??
      nearest(leak, figures, relations, { isKnown, isFree: isKnown })
    if (other === null) given.add(leak.secret)
    else hide(other)
  }
}

/**
 * The least figure that is free to be hidden in the relations of the leak, or in
 * those from which their other figures were computed; further off when they hold none.
 */
function nearest(
  { secret, through }: Leak,
  figures: readonly Figure[],
  relations: readonly Relation[],
  { isKnown, isFree }: Readonly<Record<'isKnown' | 'isFree', (i: number) => boolean>>,
): number | null {
  const derivedFirst = (i: number) => Number(through.length > 1 && figures[i].derived)
  const before = (a: number, b: number) =>
    derivedFirst(b) - derivedFirst(a) ||
    Number(figures[b].table === figures[secret].table) - Number(figures[a].table === figures[secret].table) ||
    figures[a].order! - figures[b].order!
  const computed = new Set(
    through.flatMap(relation => relation.figures).filter(i => i !== secret && !isKnown(i)),
  )
  const sources = relations.filter(relation => relation.figures.some(i => computed.has(i)))
  let ring: readonly Relation[] = [...new Set([...through, ...sources])]
  let beyond = relations.filter(relation => !ring.includes(relation))
  while (ring.length > 0) {
    const reached = new Set(ring.flatMap(relation => relation.figures))
    const [least] = [...reached].filter(i => isFree(i) && figures[i].order !== null).sort(before)
    if (least !== undefined) return least
    ring = beyond.filter(relation => relation.figures.some(i => reached.has(i)))
    beyond = beyond.filter(relation => !ring.includes(relation))
  }
  return null
}
