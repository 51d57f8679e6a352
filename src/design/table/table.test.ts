import assert from 'node:assert/strict'
import { it } from 'node:test'
import { html } from '#design/html.ts'
import { table } from './table.ts'

const columns = [
  { heading: 'Waarover' },
  { heading: 'Dagen', numeric: true },
  { heading: 'Kies', headingHidden: true },
]

it('a cell that holds markup as text shows it as text', async () => {
  const markup = String(await table({ caption: '<b>', columns, rows: [['<i>', '<u>', '']] }))
  assert.doesNotMatch(markup, /<[biu]>/)
})

it('every cell carries its heading for when the row is a card, unless that heading is hidden', async () => {
  const rows = [['Fietsenstalling', '7', html`<input type="checkbox">`]]
  const markup = String(await table({ caption: 'Signalen', columns, rows }))
  assert.match(markup, /<td class="table__cell--numeric" data-label="Dagen">7<\/td>/)
  assert.match(markup, /<td><input type="checkbox"><\/td>/)
})

it('a table of figures says that it stays one on a phone', async () => {
  const markup = String(await table({ caption: 'Cijfers', columns, rows: [], stays: true }))
  assert.match(markup, /<table class="table table--stays">/)
})

it('the first cell names the row', async () => {
  const markup = String(await table({ caption: 'Signalen', columns, rows: [['Plein', '1', '']] }))
  assert.match(markup, /<th scope="row" data-label="Waarover">Plein<\/th>/)
})
