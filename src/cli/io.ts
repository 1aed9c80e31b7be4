/** What the command line needs of the process that runs it; a test brings its own. */
export interface Io {
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd?: () => string
}

export interface OutputStream {
  write(text: string): boolean
  /** whether a person is looking */
  readonly isTTY?: boolean
  readonly columns?: number
  on?(event: 'error', listener: (error: Error) => void): unknown
}

/** A reader that has gone away (`| head`) is no error, also when that comes to light after the command has ended. */
export function ignoreClosedPipes({ stdout, stderr }: Io): void {
  const listener = (error: Error) => {
    const code = 'code' in error ? error.code : ''
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_DESTROYED') throw error
  }
  for (const stream of [stdout, stderr]) stream.on?.('error', listener)
}
