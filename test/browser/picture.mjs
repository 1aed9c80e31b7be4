/** The picture of the README: the first page of the demo report, and its trend chart. `npm run demo:picture` */
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as browserType } from 'playwright-core'

const REPORT = new URL('../../reports/demo/report.nl.html', import.meta.url).href
const PICTURE = fileURLToPath(new URL('../../docs/report.png', import.meta.url))
const TREND_CHART = 1

const browser = await browserType.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args,
  headless: true,
})
try {
  const page = await open(1180, 1130)
  await page.goto(REPORT)
  const first = await page.screenshot()
  const chart = await (await page.$$('figure'))[TREND_CHART].screenshot()
  const sheet = await open(1640, 815)
  await sheet.setContent(layout(first, chart))
  await sheet.screenshot({ path: PICTURE })
} finally {
  await browser.close()
}

async function open(width, height) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  return context.newPage()
}

function layout(first, chart) {
  const image = (bytes, style) =>
    `<img style="${style}" src="data:image/png;base64,${bytes.toString('base64')}">`
  const shadow = 'box-shadow:0 1px 6px #0004'
  return `<body style="margin:0;background:#e9edf2;display:flex;gap:24px;padding:24px;align-items:flex-start">
${image(first, `width:800px;${shadow}`)}
<div style="background:#fff;padding:16px;flex:1;height:734px;overflow:hidden;${shadow}">${image(chart, 'width:100%')}</div>`
}
