/**
 * The ready scores of the Gezondheidsmonitor.
 *
 * GGEES209 is asked of the lonely only: 8, not applicable, is everybody else, and
 * counts as not severely lonely. GGEES215 and 216 (2016) cut the sub-scales at 2,
 * GGEES218 and 219 (2020 and later, and back-computed) at 3: that cut-off was read
 * on allecijfers.nl and vzinfo.nl, not in a codebook.
 *
 * Source: codebook of the 2016 file; rapportage_monitor_vo; RIVM's SMAP code.
 */
import type { ScoreVariable } from './profile.ts'

const UNKNOWN = [9]
const NO_OR_YES = new Map([
  [0, 0],
  [1, 1],
])
const NOT_APPLICABLE_IS_NO = new Map([...NO_OR_YES, [8, 0]])

const scale = 'djg11'

export const MONITOR_SCORES: readonly ScoreVariable[] = [
  { holds: 'total', name: 'GGEES203', scale, missing: [99] },
  { holds: 'emotional', name: 'GGEES204', scale, missing: UNKNOWN },
  { holds: 'social', name: 'GGEES205', scale, missing: UNKNOWN },
  { holds: 'category', name: 'GGEES208', scale, missing: UNKNOWN },
  { holds: 'is_lonely', name: 'GGEES217', scale, values: NO_OR_YES, missing: UNKNOWN },
  { holds: 'is_severe', name: 'GGEES209', scale, values: NOT_APPLICABLE_IS_NO, missing: UNKNOWN },
  { holds: 'is_emotional', name: 'GGEES215', scale, values: NO_OR_YES, missing: UNKNOWN, cutoff: 2 },
  { holds: 'is_social', name: 'GGEES216', scale, values: NO_OR_YES, missing: UNKNOWN, cutoff: 2 },
  { holds: 'is_emotional', name: 'GGEES218', scale, values: NO_OR_YES, missing: UNKNOWN, cutoff: 3 },
  { holds: 'is_social', name: 'GGEES219', scale, values: NO_OR_YES, missing: UNKNOWN, cutoff: 3 },
]
