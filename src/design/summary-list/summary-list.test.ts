import assert from 'node:assert/strict'
import { it } from 'node:test'
import { summaryList } from './summary-list.ts'

it('an answer that was left open is said, not left blank', async () => {
  const rows = [
    { key: 'Van wie', value: '' },
    { key: 'Wanneer', value: undefined },
  ]
  const markup = String(await summaryList('nl', rows))
  assert.equal(markup.match(/Niet ingevuld/g)?.length, 2)
})

it('a change link says what it changes, and is there only where something can be changed', async () => {
  const rows = [
    { key: 'Plaats', value: 'Plein', change: '/wat' },
    { key: 'Nummer', value: 'V-1' },
  ]
  const markup = String(await summaryList('en', rows))
  assert.deepEqual(markup.match(/<a href="[^"]*">Change<span class="visually-hidden">: \w+/g), [
    '<a href="/wat">Change<span class="visually-hidden">: Plaats',
  ])
})
