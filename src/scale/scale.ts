/**
 * The De Jong Gierveld loneliness scale as data: items, cut-offs, categories, 11 and 6 items.
 *
 * The neutral answer is lonely on both kinds of item. The labels are short ones of
 * our own; the wording of the items is the authors'.
 * The manual gives no cut-off for a sub-scale of the 11 items: 2 follows RIVM's
 * statement of 2016 (VZinfo's text says 3).
 *
 * Source: De Jong Gierveld & Van Tilburg (2022), Manual of the Loneliness Scale, VU Amsterdam.
 */
import type { Language, ScaleId } from '../core/study.ts'

export interface Scale {
  readonly id: ScaleId
  readonly items: readonly Item[]
  /** lowest total that counts */
  readonly cutoffs: { readonly lonely: number; readonly severe: number; readonly very_severe: number | null }
  /** from low to high, each with its lowest total */
  readonly categories: readonly { readonly name: Category; readonly from: number }[]
  /** lowest sub-scale score that counts as emotionally or socially lonely */
  readonly subscaleCutoff: { readonly default: number; readonly option: number }
  readonly source: string
}

export interface Item {
  /** of the manual, 1-11, also in the short scale; bit `number − 1` of the answer masks */
  readonly number: number
  readonly subscale: Subscale
  readonly lonely: readonly Answer[]
  readonly label: Readonly<Record<Language, string>>
}

export type Subscale = 'emotional' | 'social'
export type Subset = 'total' | Subscale
export type Answer = 'yes' | 'moreOrLess' | 'no'
export type Category = 'not' | 'moderately' | 'severely' | 'very_severely'

const ITEMS: readonly Item[] = [
  social(1, 'heeft iemand voor alledaagse zorgen', 'has someone for everyday worries'),
  emotional(2, 'mist een goede vriend(in)', 'lacks a good friend'),
  emotional(3, 'voelt leegte', 'feels empty'),
  social(4, 'heeft steun bij tegenslag', 'has support in hard times'),
  emotional(5, 'mist gezellige momenten', 'lacks sociable moments'),
  emotional(6, 'wil meer kennissen', 'wants more acquaintances'),
  social(7, 'heeft vertrouwelingen', 'has confidants'),
  social(8, 'heeft hechte banden', 'has close ties'),
  emotional(9, 'wil meer mensen in de buurt', 'wants more people nearby'),
  emotional(10, 'voelt zich verlaten', 'feels let down'),
  social(11, 'vindt steun bij vrienden', 'finds support in friends'),
]

const SHORT = [3, 4, 7, 8, 9, 10]

export const SCALES: Readonly<Record<ScaleId, Scale>> = {
  djg11: {
    id: 'djg11',
    items: ITEMS,
    cutoffs: { lonely: 3, severe: 9, very_severe: 11 },
    categories: [
      { name: 'not', from: 0 },
      { name: 'moderately', from: 3 },
      { name: 'severely', from: 9 },
      { name: 'very_severely', from: 11 },
    ],
    subscaleCutoff: { default: 2, option: 3 },
    source:
      'De Jong Gierveld & Van Tilburg (2022), Manual of the Loneliness Scale; categories of Van Tilburg & De Jong Gierveld (1999), TGG 30:158-163',
  },
  djg6: {
    id: 'djg6',
    items: ITEMS.filter(item => SHORT.includes(item.number)),
    cutoffs: { lonely: 2, severe: 5, very_severe: null },
    categories: [
      { name: 'not', from: 0 },
      { name: 'moderately', from: 2 },
      { name: 'severely', from: 5 },
    ],
    subscaleCutoff: { default: 1, option: 3 },
    source: 'De Jong Gierveld & Van Tilburg (2022), Manual of the Loneliness Scale, syntax lonescat',
  },
}

/** The items of the whole scale or of one sub-scale, in the order of the manual. */
export function itemsOf(scale: Scale, subset: Subset): readonly Item[] {
  return subset === 'total' ? scale.items : scale.items.filter(item => item.subscale === subset)
}

/** Bit `number − 1` of every item of the subset. */
export function itemMask(scale: Scale, subset: Subset): number {
  return itemsOf(scale, subset).reduce((mask, item) => mask | (1 << (item.number - 1)), 0)
}

function emotional(number: number, nl: string, en: string): Item {
  return { number, subscale: 'emotional', lonely: ['yes', 'moreOrLess'], label: { nl, en } }
}

function social(number: number, nl: string, en: string): Item {
  return { number, subscale: 'social', lonely: ['no', 'moreOrLess'], label: { nl, en } }
}
