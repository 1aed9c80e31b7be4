import { describe, expect, test } from 'vitest'
import { ageingIdentity, type DatedRecord } from '../../src/panel/ageing-identity.ts'
import { lme4Case } from './lme4-cases.ts'
import { expectClose } from './reference.ts'

function identityOf(records: readonly DatedRecord[]) {
  const identity = ageingIdentity(records)
  if (identity.reason !== null) throw new Error(identity.reason)
  return identity
}

test.each(['slope', 'edge', 'twice'])('the three slopes of an invented panel equal R: %s', id => {
  const { records, identity: expected } = lme4Case(id)
  const found = identityOf(records)
  for (const name of ['longitudinal', 'crossSectional', 'timeLag'] as const) {
    expectClose([found[name].value, found[name].se], expected[name])
  }
})

/** Invented: people of a pace of ageing a, a period p and a cohort c, all seen at every wave. */
function linear(a: number, p: number, c: number): DatedRecord[] {
  return Array.from({ length: 120 }, (_, i) => {
    const [person, time] = [i % 40, 2000 + 3 * Math.floor(i / 40)]
    const born = 1915 + (person % 13)
    const score = a * (time - born - 80) + p * (time - 2000) + c * (born - 1920)
    return { person, age: time - born, female: person % 2 === 0, score, time }
  })
}

describe('the identity', () => {
  test('holds where age, period and cohort are linear, whichever of them is at work', () => {
    const found = identityOf(linear(0.1, -0.05, 0.03))
    expect(found.longitudinal.value).toBeCloseTo(0.1 - 0.05, 10)
    expect(found.crossSectional.value).toBeCloseTo(0.1 - 0.03, 10)
    expect(found.timeLag.value).toBeCloseTo(-0.05 + 0.03, 10)
    expect(found.remainder).toBeCloseTo(0, 10)
  })

  test('cannot tell a cohort effect from ageing with a period effect against it', () => {
    const [one, other] = [linear(0.1, -0.05, 0.03), linear(0.06, -0.01, -0.01)].map(identityOf)
    expect(one.longitudinal.value).toBeCloseTo(other.longitudinal.value, 10)
    expect(one.crossSectional.value).toBeCloseTo(other.crossSectional.value, 10)
    expect(one.timeLag.value).toBeCloseTo(other.timeLag.value, 10)
  })

  test('is refused with one wave, or with people of one year of birth', () => {
    const records = linear(0.1, 0, 0)
    expect(ageingIdentity(records.slice(0, 40)).reason).toBe('ages_do_not_vary_within')
    const oneYear = records.map(record => ({ ...record, age: record.time - 1920 }))
    expect(ageingIdentity(oneYear).reason).toBe('singular_design')
    expect(ageingIdentity([]).reason).toBe('no_records')
  })
})
