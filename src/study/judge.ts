/** Raw keys and values → a complete study, or every mistake in them at once. */
import { EjzError, type Problem } from '../core/error.ts'
import type { Study } from '../core/study.ts'
import { crossFindings } from './cross-checks.ts'
import { completeStudy, type Origin } from './defaults.ts'
import type { Finding } from './finding.ts'
import { studySchema } from './schema.ts'
import { schemaFindings } from './schema-findings.ts'

export function judgeStudy(raw: unknown, origin: Origin, earlier: readonly Problem[] = []): Study {
  const findings = once([...schemaFindings(raw), ...crossFindings(raw)])
  const problems = [...earlier, ...findings.map(finding => located(finding, origin))]
  if (problems.length > 0) throw EjzError.of(inFileOrder(problems), 'usage')
  return completeStudy(studySchema.parse(raw), origin)
}

/** The same key found missing by form and by meaning is one mistake. */
function once(findings: readonly Finding[]): Finding[] {
  const key = ({ path, code }: Finding) => `${code} ${path.join('.')}`
  return [...new Map(findings.map(finding => [key(finding), finding])).values()]
}

function located({ path, at, code, message, hint }: Finding, { locate }: Origin): Problem {
  return { code, message, hint, where: locate(path, at) }
}

function inFileOrder(problems: readonly Problem[]): Problem[] {
  const order = (problem: Problem) =>
    /:(\d+):(\d+)$/
      .exec(problem.where ?? '')
      ?.slice(1)
      .map(Number) ?? [0, 0]
  return problems.toSorted((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1])
}
