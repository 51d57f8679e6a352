import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, link } from '#platform/language.ts'
import { aPublicHouse } from './a-public-house.ts'

const { app } = aPublicHouse()

for (const language of languages) {
  test(`the first page asks one question; whom to call stands beside it (${language})`, async () => {
    const answer = await app.request(`http://oogmerk.example${link(language, '/')}`)
    const page = await answer.text()
    const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(page) ?? []
    const [, aside = ''] = /<aside[^>]*>(.*)<\/aside>/s.exec(page) ?? []
    assert.match(page, /class="page page--front page--aside"/)
    assert.equal(main.match(/<textarea/g)?.length, 1)
    assert.doesNotMatch(main, /href="tel:/)
    assert.match(aside, /href="tel:112"/)
  })
}
