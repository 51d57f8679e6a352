import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'

const page = (differently: { title?: string; tel?: string; text?: string; id?: string } = {}) => {
  const { title = 'Een titel', tel = '0800&nbsp;1234', text = 'Een regel.', id = 'b' } = differently
  return `<!DOCTYPE html>
<html lang="nl"><head><title>${title}</title></head>
<body><h1>Kop</h1><p id="a"><a href="tel:08001234">${tel}</a></p><p id="${id}">${text}</p></body></html>`
}

test('a fault is told, also of a page of which all but the fault was valid before', async () => {
  assert.deepEqual(await faultsIn(page()), [])
  assert.deepEqual(await faultsIn(page({ title: 'A title', text: 'Another: line, of words' })), [])
  const told = async (one: string) => (await faultsIn(one)).map((line) => line.split(' ')[1])
  assert.deepEqual(await told(page({ title: 'woord '.repeat(20) })), ['long-title:'])
  assert.deepEqual(await told(page({ text: 'Aap & noot' })), ['no-raw-characters:'])
  assert.deepEqual(await told(page({ text: 'Aap &noot; mies' })), ['unrecognized-char-ref:'])
  assert.deepEqual(await told(page({ tel: '0800 1234' })), ['tel-non-breaking:'])
  assert.deepEqual(await told(page({ id: 'a' })), ['no-dup-id:'])
  assert.deepEqual(await told(page({ title: '' })), ['empty-title:'])
})
