/** One run of the program: its streams, and the exit code its command leaves. */
import type { Io } from './io.ts'
import { type CommonOptions, openTerminal, type Terminal } from './terminal.ts'

export class Run {
  exitCode = 0

  constructor(readonly io: Io) {}

  open(options: CommonOptions): Promise<Terminal> {
    return openTerminal(this.io, options)
  }
}
