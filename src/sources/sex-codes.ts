/** Which codes mean men and women: declared, known of the source, or said by value labels. */
import type { Binding } from '../core/binding.ts'
import type { Variable } from '../core/data-file.ts'
import type { CodeOverrides } from '../core/study.ts'
import type { Columns } from './columns.ts'
import { contradictions } from './contradictions.ts'
import { sexMeaning } from './label-meaning.ts'
import type { Profile } from './profile.ts'

type Sex = Binding['sex']

export function sexCodes(
  known: Profile['sex'],
  declared: CodeOverrides,
  columns: Columns,
  column: string | undefined,
): Sex {
  if (column === undefined) return declared.sex ?? known ?? { male: [], female: [] }
  const variable = columns.variable(column)
  const codes = declared.sex ?? known ?? labelledSex(variable)
  if (codes === null) {
    columns.report(
      'codes-missing',
      `nothing says which code of ${column} means male and which means female`,
      'declare `codes`: { sex: { male: […], female: […] } }; on the command line --code male=1 --code female=2',
      column,
    )
    return { male: [], female: [] }
  }
  columns.reportAll(path => contradictions(codes, { path, variables: [variable] }, sexMeaning))
  return codes
}

function labelledSex({ valueLabels }: Variable): Sex | null {
  const codesOf = (sex: 'male' | 'female') =>
    valueLabels.filter(({ label }) => sexMeaning(label) === sex).map(({ value }) => value)
  const codes = { male: codesOf('male'), female: codesOf('female') }
  return codes.male.length > 0 && codes.female.length > 0 ? codes : null
}
