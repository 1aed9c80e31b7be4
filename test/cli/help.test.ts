import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { program } from '../../src/cli/main.ts'
import { Run } from '../../src/cli/run.ts'
import { run } from './run.ts'

const commands = program(
  new Run({ stdout: { write: () => true }, stderr: { write: () => true }, env: {} }),
).commands.map(command => command.name())

describe('the help', () => {
  it('of the program is as kept', async () => {
    const { code, stdout, stderr } = await run(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    await expect(stdout).toMatchFileSnapshot('../golden/help/ejz.txt')
  })

  it.each(commands)('of %s is as kept, and has an example', async command => {
    const { code, stdout, stderr } = await run([command, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`$ ejz ${command}`)
    await expect(stdout).toMatchFileSnapshot(`../golden/help/${command}.txt`)
  })

  it('lists the commands of this version, each in the README', () => {
    expect(commands).toEqual(['analyse', 'report', 'inspect', 'check', 'score', 'power', 'demo', 'schema'])
    const readme = readFileSync('README.md', 'utf8')
    expect(commands.filter(command => !readme.includes(`ejz ${command}`))).toEqual([])
  })

  it('keeps to eighty columns where nobody says how wide the terminal is', async () => {
    const texts = await Promise.all(commands.map(async command => (await run([command, '--help'])).stdout))
    const options = texts.flatMap(text => text.split('Examples:')[0].split('\n'))
    expect(options.filter(line => line.length > 80)).toEqual([])
  })

  it('is shown, as wrong use, to who says nothing', async () => {
    const { code, stdout, stderr } = await run([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Start here:')
  })

  it('has bold headings in a terminal only', async () => {
    expect((await run(['--help'])).stdout).not.toContain('\u001b')
    expect((await run(['--help'], { isTTY: true })).stdout).toContain('\u001b[1mUsage:\u001b[22m')
    expect((await run(['--help'], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b')
    expect((await run(['--help', '--no-color'], { isTTY: true })).stdout).not.toContain('\u001b')
  })

  it('prints the version', async () => {
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
