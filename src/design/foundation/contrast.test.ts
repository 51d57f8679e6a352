import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { contrast } from './contrast.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const [lightRules = '', darkRules = ''] = css.split('@media (prefers-color-scheme: dark)')
const light = coloursIn(lightRules)
const modes = { light, dark: { ...light, ...coloursIn(darkRules) } }

const grounds = ['paper', 'field', 'sand']
const textPairs = [
  ...['ink', 'ink-soft', 'petrol', 'petrol-deep', 'red'].flatMap((text) =>
    grounds.map((ground) => [text, ground] as const),
  ),
  ['on-petrol', 'petrol'],
  ['on-petrol', 'petrol-deep'],
  ['on-red', 'red-fill'],
  ['paper', 'red'],
  ['paper', 'ink'],
  ['paper', 'petrol-deep'],
] as const
const edgePairs = [
  ...grounds.map((ground) => ['edge', ground] as const),
  ...grounds.map((ground) => ['petrol', ground] as const),
] as const

for (const [mode, colours] of Object.entries(modes)) {
  describe(`in ${mode} mode`, () => {
    it('every text stands out at least 7 to 1 from what it stands on', () => {
      for (const [text, ground] of textPairs) atLeast(7, colours, text, ground)
    })

    it('the edge of every field stands out at least 3 to 1', () => {
      for (const [edge, ground] of edgePairs) atLeast(3, colours, edge, ground)
    })

    it('one of the two tones of the focus ring stands out at least 3 to 1 on every ground', () => {
      for (const ground of [...grounds, 'red-fill']) {
        const best = Math.max(
          contrast(colour(colours, 'amber'), colour(colours, ground)),
          contrast(colour(colours, 'ink'), colour(colours, ground)),
        )
        assert.ok(best >= 3, `focus on ${ground}: ${best.toFixed(2)}`)
      }
    })
  })
}

it('black on white is 21 to 1, and a colour on itself 1 to 1', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#0b4a52', '#0b4a52'), 1)
})

function coloursIn(rules: string): Record<string, string> {
  return Object.fromEntries(
    [...rules.matchAll(/--oogmerk-color-([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
}

function colour(colours: Record<string, string>, name: string): string {
  const value = colours[name]
  assert.ok(value, `there is no colour ${name}`)
  return value
}

function atLeast(
  wanted: number,
  colours: Record<string, string>,
  text: string,
  ground: string,
): void {
  const ratio = contrast(colour(colours, text), colour(colours, ground))
  assert.ok(ratio >= wanted, `${text} on ${ground}: ${ratio.toFixed(2)}`)
}
