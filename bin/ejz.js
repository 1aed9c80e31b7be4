#!/usr/bin/env node
import { main } from '../dist/ejz/main.js'

// ending this way runs the exit handlers, which remove what is half-written
for (const [signal, code] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => process.exit(code))
}

process.exitCode = await main(process.argv.slice(2), process)
