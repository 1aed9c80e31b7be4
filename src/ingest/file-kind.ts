/** What a file is, told from its first bytes and never from its name. */
import { EjzError } from '../core/error.ts'

export type FileKind = 'csv' | 'sav' | 'parquet'

/** Throws for files that are neither text nor a format that is read, with the way out. */
export function fileKind(path: string, beginning: Buffer): FileKind {
  const text = beginning.subarray(0, 512).toString('latin1')
  if (text.startsWith('$FL2') || text.startsWith('$FL3')) return 'sav'
  if (text.startsWith('PAR1')) return 'parquet'
  const foreign = FOREIGN.find(({ is }) => is(text))
  if (foreign === undefined) return 'csv'
  throw new EjzError('unsupported-format', `${foreign.says}, not a data file`, foreign.hint, 'data', {
    where: path,
  })
}

const FOREIGN = [
  {
    is: (text: string) => /^(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|table|\?xml|!--)/i.test(text),
    says: 'the file is a web page or XML',
    hint: 'a download that failed or needed a log-in looks like this: download the data again',
  },
  {
    is: isJsonText,
    says: 'the file is JSON',
    hint: 'survey data are read as .sav, CSV or Parquet; a table of StatLine goes under published: in the study file',
  },
  {
    is: startsWith('PK\x03\x04'),
    says: 'the file is an Excel workbook, ODS sheet or zip archive',
    hint: 'unpack it, or save the sheet as "CSV UTF-8"',
  },
  {
    is: startsWith('\xd0\xcf\x11\xe0'),
    says: 'the file is an old Excel workbook or other Office document',
    hint: 'save the sheet as "CSV UTF-8"',
  },
  { is: startsWith('\x1f\x8b'), says: 'the file is compressed with gzip', hint: 'unpack it with gunzip' },
  { is: startsWith('%PDF'), says: 'the file is a PDF', hint: 'ask for the data as .sav, CSV or Parquet' },
  {
    is: (text: string) => text.startsWith('ASCII SPSS PORT') || text.includes('SPSSPORT'),
    says: 'the file is an SPSS portable file (.por)',
    hint: 'convert it with: pspp-convert file.por file.sav',
  },
  {
    is: startsWith('<stata_dta>', 'q\x02\x01\0', 'r\x02\x01\0', 's\x02\x01\0'),
    says: 'the file is a Stata file (.dta)',
    hint: 'save it as .sav or CSV',
  },
  {
    is: startsWith('HEADER RECORD*******LIBRARY', `${'\0'.repeat(12)}\xc2\xea\x81\x60`),
    says: 'the file is a SAS file',
    hint: 'save it as .sav or CSV',
  },
  {
    is: startsWith('RDX2\n', 'RDX3\n', 'X\n\0\0\0'),
    says: 'the file is an R file',
    hint: 'save it with haven::write_sav()',
  },
] as const

/** An object or a list at the start of a text. */
export function isJsonText(text: string): boolean {
  return /^(?:\ufeff|\xef\xbb\xbf)?\s*(\{\s*("|\}|$)|\[\s*[[{"\]])/.test(text)
}

function startsWith(...beginnings: readonly string[]): (text: string) => boolean {
  return text => beginnings.some(beginning => text.startsWith(beginning))
}
