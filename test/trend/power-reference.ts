/** The designs that R computed the power of. */
import { z } from 'zod'
import { type PowerDesign, serialCorrelation } from '../../src/trend/power-design.ts'
import { hasReference, readReference } from './reference.ts'

const FILE = 'method/06_power.json'

const inputSchema = z.object({
  t: z.array(z.number()),
  n: z.array(z.number()),
  deff: z.number(),
  p: z.number(),
  pre: z.array(z.number()),
  b: z.number(),
  tau: z.number().default(0),
  rho: z.number().default(0),
})
const numbers = <K extends string>(...keys: K[]) => z.record(z.enum(keys), z.number())

const referenceSchema = z.object({
  alpha: z.number(),
  power: z.number(),
  z_sum: z.number(),
  scenarios: z.record(
    z.string(),
    z.object({
      input: inputSchema,
      result: z.object({
        contrast: z.array(z.number()),
        se_delta: z.number(),
        mde_delta_pp: z.number(),
        mde_slope_change_pp_per_year: z.number(),
        min_provable_margin_pp_if_zero: z.number(),
        se_change: z.number(),
        mde_change_pp: z.number(),
        ci_halfwidth_single_wave_pp: z.number(),
      }),
    }),
  ),
  cbs_change_2017_2019: numbers('se', 'mde_pp'),
  simulation: z.record(z.string(), numbers('power', 'power_right_sign', 'mc_se')),
  simulation_panel_LASA: numbers('power', 'mc_se'),
  mean_score: z.object({
    paired_two_wave: numbers('n', 'rho', 'mde_sd'),
    independent_two_wave: numbers('n', 'deff', 'mde_sd'),
    mcnemar: numbers('n', 'p_disc', 'mde_pp'),
  }),
})

export const powerReference = hasReference(FILE)
  ? referenceSchema.parse(JSON.parse(readReference(FILE)))
  : null

/** R's line weighs the waves alike; its start of the programme is 2018.183. */
export function referenceDesign({
  t,
  n,
  deff,
  p,
  pre,
  b,
  tau,
  rho,
}: z.infer<typeof inputSchema>): PowerDesign {
  return {
    times: t,
    n,
    deff: t.map(() => deff),
    p,
    pre: pre.map(wave => wave - 1),
    post: b - 1,
    t0: 2018.183,
    tau,
    correlation: rho === 0 ? null : serialCorrelation(t.length, rho),
    line: 'equal',
  }
}

export const GM: PowerDesign = {
  times: [2012.8, 2016.8, 2020.8],
  n: [45_000, 60_000, 65_000],
  deff: [1.8, 1.8, 1.8],
  p: 0.55,
  pre: [0, 1],
  post: 2,
  t0: 2018.183,
  tau: 0,
  correlation: null,
}
