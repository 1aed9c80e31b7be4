/** Any other survey: the study file says everything; columns may carry the canonical names themselves. */
import type { Profile } from './profile.ts'

export const MICRODATA: Profile = {
  id: 'microdata',
  names: {
    id: ['id'],
    stratum: ['stratum'],
    psu: ['psu'],
    fpc: ['fpc'],
    age: ['age'],
    sex: ['sex'],
    municipality: ['municipality'],
  },
  items: Array.from({ length: 11 }, (_, i) => `item${i + 1}`),
  weight: { kind: 'any', names: ['weight'] },
  answers: null,
  sex: null,
  required: [],
}
