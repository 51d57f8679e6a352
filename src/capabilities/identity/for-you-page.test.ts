import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { roles } from '#platform/actor.ts'
import { languages, link } from '#platform/language.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { somebody } from './a-region.ts'
import { forYouPage, forYouPath } from './for-you-page.ts'

let program: TestApp

before(async () => {
  program = await anApp({ demoRegion: true })
})
after(() => program.close())

test('somebody who is not signed in is sent to the door', async () => {
  assert.equal((await program.aStranger().get(forYouPath)).status, 303)
})

test('a privacy officer begins on a page that says what is here and what is not built yet', async () => {
  const visitor = await program.signedIn(somebody('pieter-privaat'))
  const start = await visitor.get('/')
  assert.equal(start.headers.get('location'), forYouPath)
  const page = await visitor.get(forYouPath)
  assert.equal(page.status, 200)
  assert.match(page.body, /Wat er voor je is/)
  assert.match(page.body, /aria-current="page"[^>]*>Voor jou</)
  assert.match(page.body, /dat kun je hier nog niet zelf lezen/)
})

test('who has work here begins with that, and has no such place in the menu', async () => {
  for (const slug of ['milan-proefpersoon', 'samira-denkbeeld', 'anja-sleutelbos']) {
    const visitor = await program.signedIn(somebody(slug))
    const start = await visitor.get('/')
    assert.notEqual(start.headers.get('location'), forYouPath, slug)
    const page = await visitor.get(start.headers.get('location') ?? '/')
    assert.doesNotMatch(page.body, new RegExp(`href="${forYouPath}"`), slug)
  }
})

test('the page promises no date and no figure, whoever reads it', () => {
  for (const language of languages) {
    for (const role of roles) {
      const actor = somebody('milan-proefpersoon', role)
      const body = String(forYouPage(language, actor).content)
      const text = body.replace(/<[^>]*>/g, ' ')
      assert.doesNotMatch(text, /\d|binnenkort|soon\b/i, `${language} ${role}`)
      assert.match(body, new RegExp(`href="${link(language, '/verken')}"`))
    }
  }
})

test('whoever has work in the menu is told of nothing that would not be there', () => {
  const lacking = roles.filter((role) => {
    const body = String(forYouPage('nl', somebody('milan-proefpersoon', role)).content)
    return body.includes('Dit is er nog niet')
  })
  assert.deepEqual(lacking.toSorted(), ['privacy-officer', 'researcher'])
})
