import { describe, expect, it } from 'vitest'
import { colourLevel } from '../../src/cli/colour.ts'

const terminal = { write: () => true, isTTY: true }
const pipe = { write: () => true }

describe('the colour of a stream', () => {
  it.each([
    ['a terminal', terminal, {}, true, 1],
    ['a pipe', pipe, {}, true, 0],
    ['a terminal with --no-color', terminal, { FORCE_COLOR: '1' }, false, 0],
    ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, 0],
    ['a terminal with an empty NO_COLOR', terminal, { NO_COLOR: '' }, true, 1],
    ['a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, true, 1],
    ['a pipe with an empty FORCE_COLOR', pipe, { FORCE_COLOR: '' }, true, 1],
    ['a terminal with FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, true, 0],
    ['a pipe with FORCE_COLOR=3', pipe, { FORCE_COLOR: '3' }, true, 3],
    ['a terminal that cannot', terminal, { TERM: 'dumb' }, true, 0],
  ])('that is %s', (_, stream, env, wanted, level) => {
    expect(colourLevel(stream, env, wanted)).toBe(level)
  })
})
