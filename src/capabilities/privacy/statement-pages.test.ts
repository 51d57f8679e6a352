import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { readConfig } from '#platform/config.ts'
import { languages, link } from '#platform/language.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { loadRetention, temporaryKinds } from './retention.ts'
import { privacyPage, sourcePage } from './statement-pages.ts'

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
      assert.equal(body.match(/<h1[ >]/g)?.length, 1, path)
      assert.doesNotMatch(body, /<script/, path)
    }
  })
}

test('when the operator names no source, the reader is told to ask for it', async () => {
  const content = String(await sourcePage('en', undefined).content)
  assert.match(content, /The licence asks it to offer the code/)
  assert.doesNotMatch(content, /href="http/)
})

test('when the operator names a source, the page leads there', async () => {
  const content = String(await sourcePage('nl', 'https://code.voorbeeld.example/oogmerk').content)
  assert.match(content, /href="https:\/\/code\.voorbeeld\.example\/oogmerk"/)
  assert.doesNotMatch(content, /Vraag haar erom/)
})

test('the terms on the page are the terms of the clean-up', async () => {
  const changed = { drafts: 41, sessions: 42, invitations: 43, messages: 1, intervisions: 44 }
  for (const retention of [loadRetention(readConfig({}).knowledgeFolder), changed]) {
    const content = String(await privacyPage('nl', retention).content)
    for (const kind of temporaryKinds) {
      const days = retention[kind]
      assert.match(content, new RegExp(`\\b${days} dag${days === 1 ? '\\b' : 'en\\b'}`), kind)
    }
  }
})
