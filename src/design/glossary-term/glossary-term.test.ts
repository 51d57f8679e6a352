import assert from 'node:assert/strict'
import { it } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { html } from '#design/html.ts'
import { glossaryTerm } from './glossary-term.ts'

const term = glossaryTerm('nl', { id: 'mule', word: 'geldezel', explanation: 'leent zijn pas uit' })

it('a word that opens may stand in a paragraph', async () => {
  assert.deepEqual(await faultsIn(html`<p>Een ${term}.</p>`), [])
})

it('the word opens its own meaning without script', async () => {
  const markup = String(await term)
  assert.match(markup, /popovertarget="mule"/)
  assert.match(markup, /id="mule" popover><strong>geldezel<\/strong> leent zijn pas uit/)
})
