/**
 * The browser that the tests use: on Linux x64 the one that comes with npm,
 * elsewhere a Chrome that is installed; null where there is none.
 */
import { existsSync } from 'node:fs'
import npmChromium from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'],
}

export const hasChrome = isNpmPlatform() || installed() !== undefined

export async function launchChrome(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (!isNpmPlatform()) return chromium.launch({ executablePath: installed()!, args: asRoot })
  const args = npmChromium.args.filter(arg => arg !== '--single-process' && !arg.startsWith('--headless'))
  return chromium.launch({ executablePath: await npmChromium.executablePath(), args })
}

function isNpmPlatform(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

function installed(): string | undefined {
  return INSTALLED[process.platform]?.find(path => existsSync(path))
}
