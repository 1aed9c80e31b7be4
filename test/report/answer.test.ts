import { describe, expect, test } from 'vitest'
import type { BreakEntry, Results, VerdictEntry } from '../../src/core/results.ts'
import type { Language } from '../../src/core/study.ts'
import { answerOf } from '../../src/report/answer.ts'
import { contextOf } from '../../src/report/context.ts'
import { resultsFixture } from './results-fixture.ts'

/** The fixture with its primary break, and if need be its verdict, replaced in part. */
function answer(
  changes: Partial<BreakEntry>,
  overall: VerdictEntry['overall'] = 'not_determinable_at_margin',
  language: Language = 'nl',
) {
  return answerOf(contextOf(withBreak(changes, overall), language))
}

function withBreak(changes: Partial<BreakEntry>, overall: VerdictEntry['overall']): Results {
  const results = resultsFixture('inconclusive')
  const isPrimary = (entry: BreakEntry) => entry.measure === 'lonely' && entry.standard === 'first-wave'
  return {
    ...results,
    breaks: results.breaks.map(entry => (isPrimary(entry) ? { ...entry, flags: [], ...changes } : entry)),
    verdict: results.verdict && { ...results.verdict, overall },
  }
}

const assessed = (delta: number, low: number, high: number): Partial<BreakEntry> => ({
  assessed: { wave: '2020', time: 2020.84, delta, se: 0.01, ci95: [low, high], ci90: [low, high] },
})

const FAVOURABLE = assessed(-0.05, -0.0668, -0.0332)
const UNFAVOURABLE = assessed(0.041, 0.0243, 0.0577)
const BETWEEN = assessed(-0.024, -0.051, 0.003)

describe('the answer to whether there is a trend break', () => {
  test.each([
    ['trend_break_confirmed', /^Ja, de trend is gebroken\.$/],
    ['trend_break_indicated', /^Er zijn aanwijzingen .* nog geen bevestiging/],
    ['break_shown_not_attributable', /trendbreuk te zien, maar .* niet aan het programma toe te schrijven/],
    ['conflicting', /onderzoeken spreken elkaar tegen/],
    ['no_trend_break', /^Nee, er is geen trendbreuk\.$/],
    ['worsened', /^Nee\. .* hoger dan de trend/],
    ['worsened_coinciding_with_period_shock', /^Nee\. .* bijzondere periode/],
    ['not_determinable_at_margin', /niet vast te stellen/],
    ['interim_right_direction', /^Dat is nog niet te bepalen\. .* minder eenzaamheid/],
    ['interim_wrong_direction', /^Dat is nog niet te bepalen\. .* meer eenzaamheid/],
    ['interim_conflicting', /^Dat is nog niet te bepalen\. .* spreken elkaar tegen/],
    ['not_yet_determinable', /^Dat is nog niet te bepalen\.$/],
  ] as const)('follows the verdict %s', (overall, wording) => {
    expect(answer({}, overall).lead).toMatch(wording)
  })

  test('is that it cannot be told, where there is no verdict', () => {
    const results = { ...resultsFixture('one-wave'), verdict: null, breaks: [] }
    const { lead, evidence } = answerOf(contextOf(results, 'nl'))
    expect(lead).toBe('Dat is met deze gegevens niet te bepalen.')
    expect(evidence).toEqual(['Er is geen reeks van metingen waarop de vraag kan worden beantwoord.'])
  })
})

describe('the difference from expectation', () => {
  test('stands with its interval and its direction in words', () => {
    expect(answer(FAVOURABLE).evidence[0]).toBe(
      'In 2020 lag het percentage 75-plussers dat eenzaam is 5,0 procentpunt lager dan de trend van vóór het programma liet verwachten (tussen 3,3 en 6,7 procentpunt lager).',
    )
    expect(answer(UNFAVOURABLE).evidence[0]).toContain(
      '4,1 procentpunt hoger dan de trend van vóór het programma liet verwachten (tussen 2,4 en 5,8 procentpunt hoger)',
    )
    expect(answer(BETWEEN).evidence[0]).toContain('(tussen 5,1 procentpunt lager en 0,3 procentpunt hoger)')
  })

  test('has no direction when it rounds to nothing', () => {
    expect(answer(assessed(-0.0004, -0.02, 0.019)).evidence[0]).toContain(
      'verschilde in 2020 afgerond 0,0 procentpunt',
    )
  })

  test('is said to be corrected only where it is', () => {
    expect(answer(BETWEEN).evidence.join(' ')).toContain('gecorrigeerd voor veranderingen in leeftijd')
    const crude = withBreak(BETWEEN, 'not_determinable_at_margin')
    const results = {
      ...crude,
      verdict: crude.verdict && {
        ...crude.verdict,
        primary: { ...crude.verdict.primary, standard: null },
      },
    }
    expect(answerOf(contextOf(results, 'nl')).evidence.join(' ')).not.toContain('gecorrigeerd')
  })
})

describe('the meaning of each class', () => {
  test.each([
    ['turnaround', 'from_rise', FAVOURABLE, /steeg het percentage\. Nu daalt het/],
    ['turnaround', 'from_level', FAVOURABLE, /geen duidelijke stijging of daling\. Nu daalt/],
    ['faster_decline', 'from_decline', FAVOURABLE, /daalde al\. Nu daalt het sneller/],
    ['flattening', 'flat', FAVOURABLE, /bleef ongeveer gelijk, terwijl een hoger/],
    ['flattening', 'slower_rise', FAVOURABLE, /stijgt nog, maar minder snel/],
    ['flattening', 'direction_undetermined', FAVOURABLE, /niet vast te stellen/],
    ['continuation', 'of_rise', BETWEEN, /stijging .* gaat door/],
    ['continuation', 'of_decline', BETWEEN, /daling .* gaat door\. Dat telt niet als trendbreuk/],
    ['continuation', 'of_level', BETWEEN, /geen duidelijke stijging of daling, en dat bleef zo/],
    ['acceleration', 'faster_rise', UNFAVOURABLE, /ongunstiger dan vóór het programma/],
    ['unfavourable_reversal', 'from_decline', UNFAVOURABLE, /daling zet niet door/],
    ['inconclusive', 'underpowered_for_margin', BETWEEN, /betekent niet dat er niets is veranderd/],
    ['inconclusive', 'between', BETWEEN, /aan te tonen of uit te sluiten/],
  ] as const)('%s, %s', (found, subclass, delta, wording) => {
    expect(answer({ class: found, subclass, ...delta }).evidence[1]).toMatch(wording)
  })

  test('is never "no change" when nothing could be found', () => {
    const { lead, evidence, reservations } = answer({ class: 'inconclusive', ...BETWEEN })
    const said = [lead, ...evidence, ...reservations].join(' ')
    expect(said).not.toMatch(/geen trendbreuk\.|geen verandering|onveranderd|gelijk gebleven|stabiel/)
  })
})

describe('what cannot be assessed says why', () => {
  const refused = (reason: string | null, roles: BreakEntry['roles'] = {}, shown = true) =>
    answer(
      { class: 'not_assessable', assessed: null, reason, roles, shown },
      'not_yet_determinable',
    ).evidence.join(' ')

  test.each([
    ['fewer_than_two_pre_waves', /maar één meting van vóór het programma/],
    ['no_post_wave', /nog geen meting van ná het begin/],
    ['instrument_or_mode_break', /vragen of de manier van ondervragen zijn veranderd/],
    ['assessed_wave_not_post', /niet van ná het begin/],
    ['duplicate_times', /zelfde moment/],
    ['post_wave_before_last_pre_wave', /ligt vóór een meting/],
    ['logit_of_zero_or_one', /0 of 100/],
    ['singular_covariance', /niet te bepalen/],
    ['a reason of tomorrow', /hiervoor niet geschikt/],
    ['toString', /hiervoor niet geschikt/],
  ])('%s', (reason, wording) => {
    expect(refused(reason, { 2016: 'pre', 2020: 'post' })).toMatch(wording)
  })

  test('no wave at all before the programme is not "one wave"', () => {
    expect(refused('fewer_than_two_pre_waves', { 2020: 'post' })).toMatch(/^Er is geen meting van vóór/)
    expect(refused('fewer_than_min_pre_waves', { 2012: 'pre', 2016: 'pre' })).toMatch(/^Er zijn 2 metingen/)
  })

  test('a suppressed series says that it is', () => {
    expect(refused('suppressed', {}, false)).toMatch(/Te weinig mensen/)
  })
})

describe('reservations', () => {
  const reservations = (changes: Partial<BreakEntry>) => answer(changes).reservations.join(' ')

  test('say how strong a break is, with the margin that was chosen', () => {
    const found = { class: 'turnaround', subclass: 'from_rise', ...FAVOURABLE } as const
    expect(reservations({ ...found, strength: 'strong', margin: 0.02 })).toContain(
      'Het bewijs is sterk: het verschil is met grote zekerheid groter dan 2 procentpunt',
    )
    expect(reservations({ ...found, strength: 'moderate', margin: 0.025 })).toContain(
      'niet zeker dat het groter is dan 2,5 procentpunt',
    )
  })

  test('say that continuation was shown to lie within the margin', () => {
    const changes = { class: 'continuation', breakState: 'equivalent', strength: 'none' } as const
    expect(reservations({ ...changes, ...BETWEEN })).toContain('kleiner dan 2 procentpunt')
  })

  test('say when equality could never have been shown', () => {
    const changes = { class: 'inconclusive', ...BETWEEN } as const
    expect(reservations({ ...changes, continuationAttainable: false })).toContain('géén trendbreuk is')
    expect(reservations({ ...changes, continuationAttainable: true })).not.toContain('géén trendbreuk is')
  })

  test.each([
    ['no_residual_df', /niet te toetsen of de ontwikkeling toen een rechte lijn was/],
    ['pretrend_nonlinear', /niet goed op een rechte lijn/],
    ['too_early', /minder dan een jaar/],
    ['short_pre_period', /dicht bij elkaar/],
    ['extrapolation_leverage', /ver doorgetrokken/],
    ['expected_outside_unit_interval', /onder 0 of boven 100 procent/],
    ['logit_forced', /logit-schaal/],
    ['tau_estimated', /geschat uit de metingen/],
    ['mode_change', /manier van ondervragen is veranderd/],
    ['standard_sensitive', /gestandaardiseerd/],
  ])('follow the flag %s', (flag, wording) => {
    expect(reservations({ ...BETWEEN, flags: [flag] })).toMatch(wording)
    expect(reservations({ ...BETWEEN, flags: [] })).not.toMatch(wording)
  })

  test('never call the programme the cause', () => {
    expect(reservations(FAVOURABLE)).toContain('laat niet zien dat het programma de oorzaak is')
  })

  test('name the shock that the fieldwork overlapped, and take the attribution away', () => {
    const { evidence } = answer({ ...FAVOURABLE, flags: ['period_shock'] })
    expect(evidence.join(' ')).toContain('bijzondere periode (COVID-19)')
    expect(evidence.join(' ')).toContain('niet aan het programma toe te schrijven')
    expect(answer(FAVOURABLE).evidence.join(' ')).not.toContain('bijzondere periode')
  })
})

test('every class, strength and flag has its words in English too', () => {
  const classes = ['turnaround', 'flattening', 'continuation', 'acceleration', 'inconclusive'] as const
  for (const found of classes) {
    const flags = ['period_shock', 'no_residual_df']
    const said = answer({ class: found, ...FAVOURABLE, flags }, 'trend_break_indicated', 'en')
    expect(said.evidence.every(sentence => sentence.endsWith('.'))).toBe(true)
    expect(said.evidence[0]).toContain('5.0 percentage points lower')
  }
})
