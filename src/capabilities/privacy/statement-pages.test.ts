import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'

let app: TestApp

before(async () => {
  app = await anApp()
})
after(() => app.close())

for (const language of languages) {
  test(`what the foot of every page leads to is there and is valid (${language})`, async () => {
    for (const path of ['/privacy', '/toegankelijkheid', '/broncode']) {
      const { status, body } = await app.aStranger().get(link(language, path))
      assert.equal(status, 200, path)
      assert.deepEqual(await faultsIn(raw(body)), [], path)
    }
  })
}

test('an operator who names no source is told that the licence asks for it', async () => {
  const { body } = await app.aStranger().get('/en/broncode')
  assert.match(body, /EUPL/)
})
