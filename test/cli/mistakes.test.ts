import { describe, expect, it } from 'vitest'
import { newFolder, run, studyFolder, surveyCsv } from './run.ts'

describe('a mistyped command line', () => {
  it.each([
    [['analize'], "unknown command 'analize'", 'did you mean analyse?'],
    [['inspect', 'x.csv', '--fromat', 'md'], "unknown option '--fromat'", 'did you mean --format?'],
    [['inspect', 'x.csv', '--format', 'xml'], "argument 'xml' is invalid", 'allowed choices are table, json'],
    [['inspect'], "missing required argument 'file'", 'add --help'],
    [['score', 'x.csv'], "required option '-o, --out <file>' not specified", 'add --help'],
    [['analyse', '--threads', 'two'], "argument 'two' is invalid", 'write a whole number'],
    [['analyse', '--lang', 'fr'], "argument 'fr' is invalid", 'choose from nl, en or nl,en'],
    [['report', '--format', 'pdf'], 'reports cannot be written as pdf yet', 'html'],
    [['schema', 'studdy'], "name 'studdy' is invalid", 'allowed choices are study, results'],
  ])('%j is wrong use, with the way out', async (argv, message, hint) => {
    const { code, stdout, stderr } = await run(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.replace(/\n\s+/g, ' ')).toContain(message)
    expect(stderr.replace(/\n\s+/g, ' ')).toContain(hint)
  })
})

describe('what cannot be analysed', () => {
  it('is a study that is not there', async () => {
    const { code, stderr } = await run(['analyse'], { cwd: newFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain('there is no ejz.yaml in')
  })

  it('is data without a source', async () => {
    const { code, stderr } = await run(['analyse', 'x.csv', '--wave', '2020'], {
      cwd: newFolder({ 'x.csv': 'a' }),
    })
    expect(code).toBe(2)
    expect(stderr).toContain('--source is missing')
  })

  it('is a study file with options beside it', async () => {
    const { code, stderr } = await run(['analyse', 'ejz.yaml', '--source', 'microdata'], {
      cwd: studyFolder(),
    })
    expect(code).toBe(2)
    expect(stderr).toContain('a study file says everything itself: --source cannot be added')
  })

  it('is a folder of files that nobody can tell apart', async () => {
    const wave = '{ source: microdata, wave: H, folder: lasa, fieldwork: [2019-01-01, 2019-12-31] }'
    const study = `title: T\nwaves:\n  - ${wave}\n`
    const { code, stderr } = await run(['analyse'], { cwd: newFolder({ 'ejz.yaml': study }) })
    expect(code).toBe(2)
    expect(stderr).toMatchInlineSnapshot(`
      "error: microdata H: only the files of LASA are found in a folder
        where ejz.yaml:3:5
        mend  name them under \`files\`
        code  not-yet
      "
    `)
  })

  it('is a file that is not there, with a name that looks like it', async () => {
    const { code, stderr } = await run(['analyse', 'suvrey.csv', '--source', 'own', '--wave', '2020'], {
      cwd: newFolder({ 'survey.csv': surveyCsv() }),
    })
    expect(code).toBe(3)
    expect(stderr).toContain('there is no file suvrey.csv')
    expect(stderr).toContain('did you mean survey.csv?')
  })

  it('has equal problems told once, with their number and the first place', async () => {
    const study = `title: T
waves:
  - { source: gezondheidsmonitor, wave: 1, files: [a.sav] }
  - { source: gezondheidsmonitor, wave: 2, files: [b.sav] }
`
    const { stderr } = await run(['check'], { cwd: newFolder({ 'ejz.yaml': study }) })
    expect(stderr).toContain(
      'error: `fieldwork` is missing (2 times)\n  where ejz.yaml:3:5 (the first place)',
    )
  })
})
