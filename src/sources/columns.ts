/** The columns of a file, found by the name somebody gave them; what cannot be found is reported once. */
import { basename } from 'node:path'
import type { DataFile, Variable } from '../core/data-file.ts'
import type { Problem } from '../core/error.ts'
import { similar } from '../core/suggest.ts'

export class Columns {
  private readonly named: ReadonlyMap<string, Variable>
  private readonly missing = new Set<string>()

  constructor(
    private readonly file: DataFile,
    private readonly declared: Readonly<Record<string, string>>,
    private readonly problems: Problem[],
  ) {
    this.named = new Map(file.variables.map(variable => [variable.name, variable]))
  }

  /** The declared column, or the first of the names the file has; undefined where it has none. */
  find(canonical: string, names: readonly string[]): string | undefined {
    const declared = this.declared[canonical]
    if (declared === undefined) return this.first(names)
    const column = this.first([declared])
    if (column === undefined) this.reportMissing(canonical, [declared])
    return column
  }

  /** The first of these names the file has: exactly, or but for capitals where only one column does. */
  first(names: readonly string[]): string | undefined {
    for (const name of names) {
      const column = this.alike(name)
      if (column !== undefined) return column
    }
    return undefined
  }

  /** The column of an item; what is missing is for the caller to tell, all items at once. */
  itemColumn(number: number, known: string): string | undefined {
    return this.first([this.nameOfItem(number, known)])
  }

  nameOfItem(number: number, known: string): string {
    return this.declared[`item${number}`] ?? known
  }

  isDeclared(canonical: string): boolean {
    return this.declared[canonical] !== undefined
  }

  variable(column: string): Variable {
    return this.named.get(column)!
  }

  /** Whether somebody was already told that this column is not there. */
  reported(canonical: string): boolean {
    return this.missing.has(canonical)
  }

  reportMissing(canonical: string, names: readonly string[]): void {
    if (this.reported(canonical)) return
    this.missing.add(canonical)
    const wanted = names.map(name => `\`${name}\``).join(' or ')
    this.report(
      'columns-missing',
      `${this.fileName} has no column ${wanted}${names.includes(canonical) ? '' : ` for ${canonical}`}`,
      `${this.guess(names)}say which column it is under \`columns\`: { ${canonical}: … }, or with --column ${canonical}=…`,
    )
  }

  /** "NAME (did you mean OTHER?)", OTHER being a column that stands for nothing else. */
  withSuggestion(name: string, taken: readonly string[]): string {
    const close = this.closeTo(name, taken)
    return close.length === 0 ? name : `${name} (did you mean ${close.join(' or ')}?)`
  }

  report(code: string, message: string, hint: string, variable?: string): void {
    const where = variable === undefined ? this.file.path : `${this.file.path}, variable ${variable}`
    this.problems.push({ code, message, hint, where })
  }

  reportAll(find: (path: string) => readonly Problem[]): void {
    this.problems.push(...find(this.file.path))
  }

  get fileName(): string {
    return basename(this.file.path)
  }

  private alike(name: string): string | undefined {
    if (this.named.has(name)) return name
    const alike = [...this.named.keys()].filter(other => other.toLowerCase() === name.toLowerCase())
    if (alike.length > 1) {
      const message = `${alike.join(' and ')} differ from \`${name}\` only in capitals`
      this.report('column-ambiguous', message, 'say under `columns` which of them is meant')
    }
    return alike[0]
  }

  private guess(names: readonly string[]): string {
    const close = [...new Set(names.flatMap(name => this.closeTo(name)))]
    return close.length === 0 ? '' : `did you mean ${close.slice(0, 3).join(' or ')}? `
  }

  private closeTo(name: string, taken: readonly string[] = []): string[] {
    const free = [...this.named.keys()].filter(column => !taken.includes(column))
    return similar(name, free, 2)
  }
}
