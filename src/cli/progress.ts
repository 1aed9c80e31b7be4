/**
 * What ejz is doing, on stderr: one moving line where a person is looking, nothing in CI or a pipe.
 *
 * With --verbose each stage is a line of its own with its time, everywhere.
 */
import type { Terminal } from './terminal.ts'

export interface Progress {
  stage(name: string): void
  /** Clears the line; call before anything else is printed. */
  done(): void
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const CLEAR = '\r\u001b[K'

export function startProgress(terminal: Terminal): Progress {
  if (terminal.quiet) return { stage() {}, done() {} }
  if (terminal.verbose) return stageLines(terminal)
  return terminal.err.isTerminal && isUnset(terminal.env.CI)
    ? movingLine(terminal)
    : { stage() {}, done() {} }
}

function isUnset(value: string | undefined): boolean {
  return value === undefined || value === '' || value === 'false'
}

function movingLine({ err }: Terminal): Progress {
  let name = ''
  let frame = 0
  let timer: NodeJS.Timeout | undefined
  const draw = () => {
    frame = (frame + 1) % FRAMES.length
    err.write(`${CLEAR}${err.colour.cyan(FRAMES[frame])} ${name.slice(0, err.width - 3)}`)
  }
  return {
    stage(next) {
      name = next
      timer ??= setInterval(draw, 80).unref()
      draw()
    },
    done() {
      if (timer === undefined) return
      clearInterval(timer)
      timer = undefined
      err.write(CLEAR)
    },
  }
}

function stageLines({ err }: Terminal): Progress {
  let current: { name: string; since: number } | null = null
  const finish = () => {
    if (current === null) return
    const seconds = (performance.now() - current.since) / 1000
    err.line(err.colour.dim(`${seconds.toFixed(2).padStart(7)} s  ${current.name}`))
    current = null
  }
  return {
    stage(name) {
      finish()
      current = { name, since: performance.now() }
    },
    done: finish,
  }
}
