/**
 * Nivel Participatiemonitor: two panels (NPCG and Consumentenpanel) by declared columns.
 *
 * The same people over the waves: the person is the PSU. Six items unless
 * `scale: djg11` says eleven. Which panel somebody is of may stand in a column
 * under `by`; a person's id must be unique over both. No codebook is public:
 * neither names, nor codes, nor how Nivel treats missing answers.
 * A national sample: files without a municipality give no tables by it.
 *
 * Source: project page and final report (2021); not verified: missing rule.
 */
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { MICRODATA } from './microdata.ts'
import type { Profile } from './profile.ts'

export const NIVEL: Profile = { ...MICRODATA, id: 'nivel', mayLack: ['municipality'] }

/** That the manual's rule for missing answers is Nivel's too, nobody could look up. */
export function unverifiedRule({ profile, missingRule, source, wave }: WaveSpec): Warning[] {
  if (profile !== 'nivel' || missingRule !== 'manual') return []
  return [
    {
      code: 'rule_not_verified',
      message:
        "how Nivel treats missing answers is not public: the manual's rule is used (one missing item at most), not verified",
      hint: 'ask Nivel, and say it under `missingRule`',
      source,
      wave,
    },
  ]
}
