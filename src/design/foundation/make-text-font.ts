// Makes text.woff2 again from the font's package: `node src/design/foundation/make-text-font.ts`.
// Needed only after the signs, the weights or the package changed.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subset from 'subset-font'
import { textSigns, textWeights } from './text-font.ts'

const whole = import.meta.resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
)
// Pairs of letters that stand closer together are a quarter of the file; the words read as well without.
const options = {
  targetFormat: 'woff2',
  variationAxes: { wght: { ...textWeights, default: textWeights.min } },
  keepFeatures: [],
  dropTables: ['GSUB', 'GPOS', 'GDEF', 'STAT', 'gasp', 'prep'],
} as const
const made = await subset(readFileSync(fileURLToPath(whole)), textSigns, options)
writeFileSync(new URL('text.woff2', import.meta.url), made)
