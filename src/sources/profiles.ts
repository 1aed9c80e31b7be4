/** The profile that belongs to a wave. */
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import { CBS } from './cbs.ts'
import { GEZONDHEIDSMONITOR } from './gezondheidsmonitor.ts'
import { lasaProfile } from './lasa.ts'
import { MICRODATA } from './microdata.ts'
import { NIVEL } from './nivel.ts'
import type { Profile } from './profile.ts'

const PROFILES: readonly Profile[] = [GEZONDHEIDSMONITOR, CBS, NIVEL, MICRODATA]

export function profileOf(wave: WaveSpec): Profile {
  if (wave.profile === 'lasa') return lasaProfile(wave)
  const profile = PROFILES.find(({ id }) => id === wave.profile)
  if (profile !== undefined) return profile
  throw new EjzError(
    'no-microdata',
    `${wave.profile} publishes tables of a model, no microdata`,
    'name the table under `published`, or describe a file of your own as `source: microdata`',
    'usage',
    wave.where === null ? {} : { where: wave.where },
  )
}
