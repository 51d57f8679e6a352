// node bench/recognition-phrases.ts [part] [open|innocent]: own sentences per signal, what is found of them.
// With "open" the misses of the open half are printed, with "innocent" the false finds; held sentences never are.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadLexicon } from '../src/capabilities/recognition/lexicon-file.ts'
import { prepareLexicon, recognise } from '../src/capabilities/recognition/recognise.ts'

const phrases = z.array(
  z.object({
    signal: z.string(),
    lang: z.enum(['nl', 'en']),
    text: z.string(),
    innocent: z.boolean().default(false),
    held: z.boolean().default(false),
  }),
)
type Phrase = z.infer<typeof phrases>[number]

const [part = '', show = ''] = process.argv.slice(2)
const folder = fileURLToPath(new URL('../tests/phrases/', import.meta.url))
const recogniser = prepareLexicon(loadLexicon('nl'), loadLexicon('en'))

const found = (one: Phrase) =>
  recognise(recogniser, one.text).hits.some((hit) => hit.signal === one.signal && !hit.negated)

const share = (those: readonly Phrase[]) => {
  const hits = those.filter(found).length
  const recall = those.length === 0 ? '' : (hits / those.length).toFixed(2)
  return `${`${hits}/${those.length}`.padStart(9)}${recall.padStart(6)}`
}

function row(name: string, those: readonly Phrase[]): void {
  const told = those.filter((one) => !one.innocent)
  const open = share(told.filter((one) => !one.held))
  const held = share(told.filter((one) => one.held))
  console.log(`${name.padEnd(18)}${open}${held}${share(those.filter((one) => one.innocent))}`)
}

for (const file of readdirSync(folder).filter((name) => name.startsWith(part))) {
  const all = phrases.parse(parse(readFileSync(`${folder}${file}`, 'utf8')))
  console.log(`\n${file.padEnd(18)}           open           held       innocent`)
  for (const signal of new Set(all.map((one) => one.signal))) {
    for (const lang of ['nl', 'en'] as const) {
      row(
        `${signal} ${lang}`,
        all.filter((one) => one.signal === signal && one.lang === lang),
      )
    }
  }
  for (const lang of ['nl', 'en'] as const) {
    row(
      `all ${lang}`,
      all.filter((one) => one.lang === lang),
    )
  }
  const printed = all.filter(
    (one) =>
      !one.held &&
      ((show === 'open' && !one.innocent && !found(one)) ||
        (show === 'innocent' && one.innocent && found(one))),
  )
  for (const one of printed) console.log(`${one.signal} ${one.lang}: ${one.text}`)
}
