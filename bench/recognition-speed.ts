// node bench/recognition-speed.ts: how long recognising takes, and how it grows.
import { loadLexicon } from '../src/capabilities/recognition/lexicon-file.ts'
import { prepareLexicon, recognise } from '../src/capabilities/recognition/recognise.ts'
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

for (const language of ['nl', 'en'] as const) {
  const words = ownVignettes()
    .filter((one) => one.language === language)
    .flatMap((one) => one.text.split(/\s+/))
  const texts = Array.from({ length: 1000 }, (_, index) => {
    const from = (index * 37) % Math.max(words.length - 200, 1)
    return words.slice(from, from + 200).join(' ')
  })
  for (const text of texts.slice(0, 300)) time(text)
  const every = texts.map(time).sort((one, other) => one - other)
  const times = texts.map((text) => best(text, 3)).sort((one, other) => one - other)
  const at = (part: number) => `${(times[Math.floor(times.length * part)] ?? 0).toFixed(2)} ms`
  row(`200 words, ${language}, best of 3`, `p50 ${at(0.5)}`, `p99 ${at(0.99)}`)
  row('  each run once', `p99 ${(every[Math.floor(every.length * 0.99)] ?? 0).toFixed(2)} ms`)
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
