import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { zipOf } from '../../src/ingest/zip-write.ts'

const FILES = [
  { name: 'a.csv', text: '﻿"één";"twee"\n' },
  { name: 'b.csv', text: '' },
]

describe('a zip archive of texts', () => {
  it('gives the texts back as UTF-8, byte order mark included', () => {
    const files = Object.entries(unzipSync(zipOf(FILES)))
    expect(files.map(([name, bytes]) => ({ name, text: Buffer.from(bytes).toString('utf8') }))).toEqual(FILES)
  })

  it('has the same bytes in every time zone', () => {
    const zone = process.env.TZ
    const archives = ['UTC', 'Asia/Tokyo', 'America/New_York'].map(name => {
      process.env.TZ = name
      return Buffer.from(zipOf(FILES)).toString('hex')
    })
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(new Set(archives).size).toBe(1)
  })

  it('does not change with the clock', () => {
    const before = zipOf(FILES)
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') })
    expect(zipOf(FILES)).toEqual(before)
    vi.useRealTimers()
  })
})
