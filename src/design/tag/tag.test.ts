import assert from 'node:assert/strict'
import { it } from 'node:test'
import { stylesheet } from '#design/stylesheet.ts'
import { tag } from './tag.ts'

it('a tag has one look, whatever it says', async () => {
  const looks = await Promise.all(
    ['Nieuw', 'Te laat', 'Afgerond'].map(async (text) => String(await tag(text)).replace(text, '')),
  )
  assert.equal(new Set(looks).size, 1)
  assert.doesNotMatch(
    stylesheet((name) => name),
    /\.tag--/,
  )
})

it('red is for danger now and for errors, and nothing else', () => {
  const css = stylesheet((name) => name)
  const rules = [
    ...css.matchAll(/([^{}]+)\{([^{}]*var\(--oogmerk-color-(?:red|red-fill)\)[^{}]*)\}/g),
  ]
  const others = rules
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !/danger|error|invalid/.test(selector))
  assert.ok(rules.length > 0)
  assert.deepEqual(others, [])
})
