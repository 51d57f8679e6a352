import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './html.ts'
import { html as inBrowser } from './html-in-browser.ts'

test('a browser writes exactly what the server writes', () => {
  const values = ['', 'jas', `<b>"it's"</b> & more`, 0, 7, true, false, null, undefined]
  for (const value of [...values, values, [values, [values]]]) {
    assert.equal(String(inBrowser`<p>${value}</p>`), String(html`<p>${value}</p>`))
    assert.equal(
      String(inBrowser`${inBrowser`<i title="${value}">`}${[inBrowser`<b>${value}</b>`, value]}`),
      String(html`${html`<i title="${value}">`}${[html`<b>${value}</b>`, value]}`),
    )
  }
})

test('what only looks like markup is escaped', () => {
  assert.equal(String(inBrowser`${new String('<b>')}`), '&lt;b&gt;')
})
