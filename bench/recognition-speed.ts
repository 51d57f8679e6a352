// node bench/recognition-speed.ts: how long recognising takes, in Node and in a browser, and how it grows.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { emptyAssets } from '#design/assets.ts'
import { addBrowserModule } from '#design/browser-modules.ts'
import { launchBrowser } from '#tests/browser-binary.ts'
import { loadLexicon } from '../src/capabilities/recognition/lexicon-file.ts'
import {
  type Lexicon,
  prepareLexicon,
  recognise,
} from '../src/capabilities/recognition/recognise.ts'
import { ownVignettes } from './recognition-vignettes.ts'

const recogniser = prepareLexicon(loadLexicon('nl'), loadLexicon('en'))

/** Milliseconds of one run. */
function time(text: string): number {
  const start = performance.now()
  recognise(recogniser, text)
  return performance.now() - start
}

/** The best of some runs, so that what other programs do on the machine counts least. */
const best = (text: string, runs: number) =>
  Math.min(...Array.from({ length: runs }, () => time(text)))

const row = (name: string, ...figures: string[]) =>
  console.log(`${name.padEnd(34)}${figures.map((one) => one.padStart(14)).join('')}`)

/** The same texts in Chromium, through the module as it is served. */
async function timesInBrowser(lexicon: Lexicon, texts: readonly string[]): Promise<number[]> {
  const assets = emptyAssets()
  const { url } = addBrowserModule(assets, new URL('recognise-in-browser.ts', import.meta.url))
  const server = createServer((request, response) => {
    const asset = assets.find(request.url ?? '')
    response.setHeader('content-type', asset?.contentType ?? 'text/html')
    response.end(asset?.body ?? `<script type="module" src="${url}"></script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    return await page.evaluate((given) => (globalThis as unknown as Measuring).measure(given), {
      lexicon,
      texts,
    })
  } finally {
    await browser.close()
    server.close()
  }
}
type Measuring = { measure(given: { lexicon: Lexicon; texts: readonly string[] }): number[] }

const at = (times: readonly number[], part: number) =>
  `${(times[Math.floor(times.length * part)] ?? 0).toFixed(2)} ms`
const inOrder = (times: readonly number[]) => times.toSorted((one, other) => one - other)

for (const language of ['nl', 'en'] as const) {
  const words = ownVignettes()
    .filter((one) => one.language === language)
    .flatMap((one) => one.text.split(/\s+/))
  const texts = Array.from({ length: 1000 }, (_, index) => {
    const from = (index * 37) % Math.max(words.length - 200, 1)
    return words.slice(from, from + 200).join(' ')
  })
  for (const text of texts.slice(0, 300)) time(text)
  const every = inOrder(texts.map(time))
  const times = inOrder(texts.map((text) => best(text, 3)))
  row(`200 words, ${language}, best of 3`, `p50 ${at(times, 0.5)}`, `p99 ${at(times, 0.99)}`)
  row('  each run once', `p50 ${at(every, 0.5)}`, `p99 ${at(every, 0.99)}`)
  const there = inOrder(await timesInBrowser(loadLexicon(language), texts))
  row('  in Chromium, best of 3', `p50 ${at(there, 0.5)}`, `p99 ${at(there, 0.99)}`)
}

console.log()
row('characters', 'ms', 'µs per 1,000')
const sample = ownVignettes()
  .map((one) => one.text)
  .join(' ')
for (const length of [1_000, 10_000, 100_000, 1_000_000]) {
  const text = sample.repeat(Math.ceil(length / Math.max(sample.length, 1))).slice(0, length)
  const spent = best(text, 3)
  row(length.toLocaleString('en'), spent.toFixed(1), ((spent * 1e6) / length).toFixed(0))
}

console.log()
row('hostile, 1,000,000 characters', 'ms')
const hostile: Record<string, string> = {
  'one letter': 'a',
  'one word of money': 'geld ',
  'half a pattern': 'gaf zijn pinpas niet aan een ',
  'only negations': 'niet geen zonder ',
  brackets: '(((',
  'full stops': '. ',
  'combining marks': 'e\u0301\u0301',
  'lone surrogates': '\ud800 ',
  'right to left and zero width': '\u202e\u200b\u0645 ',
  'no spaces': 'geldpinpas',
}
for (const [name, piece] of Object.entries(hostile)) {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000)
  row(name, time(text).toFixed(0))
}
