/**
 * What must be undone when the process is stopped half-way.
 *
 * Whoever makes a temporary file or folder registers its removal here and
 * releases it when done; the command line runs what is left on a signal.
 */
const pending = new Set<() => void>()

/** Registers a synchronous clean-up; call what it returns once there is nothing left to undo. */
export function onInterrupt(cleanUp: () => void): () => void {
  pending.add(cleanUp)
  return () => pending.delete(cleanUp)
}

/** Runs every registered clean-up, each once; one that fails does not keep the others from running. */
export function runCleanUps(): void {
  for (const cleanUp of [...pending]) {
    pending.delete(cleanUp)
    try {
      cleanUp()
    } catch {
      // the process is ending: there is nobody left to tell
    }
  }
}
