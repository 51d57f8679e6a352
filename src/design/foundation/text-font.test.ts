import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { textSigns, unicodeRange } from './text-font.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test('everything that we write ourselves is in the small font: a first visit needs no other', () => {
  const files = globSync(['src/**/messages.{nl,en}.ts', 'knowledge/{signals,lines,terms}/*.yaml'], {
    cwd: root,
  })
  assert.ok(files.length > 20)
  const known = new Set([...textSigns, '\n'])
  const missing = files.flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8')]
      .filter((sign) => !known.has(sign))
      .map((sign) => `${file}: ${sign} U+${sign.codePointAt(0)?.toString(16)}`),
  )
  assert.deepEqual([...new Set(missing)], [])
})

test('the small font is small', () => {
  const { length } = readFileSync(new URL('text.woff2', import.meta.url))
  assert.ok(length < 11_000, `${length} bytes`)
})

test('signs become ranges', () => {
  assert.equal(unicodeRange('cab€'), 'U+61-63, U+20AC')
})
