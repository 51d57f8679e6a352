import assert from 'node:assert/strict'
import { it } from 'node:test'
import { steps } from './steps.ts'

const list = [{ text: 'Gevaar', href: '/gevaar' }, { text: 'Wat je zag' }, { text: 'Nakijken' }]

it('the step a person is at is no link, and is said to be the current one', async () => {
  const markup = String(await steps('nl', list, 0))
  assert.doesNotMatch(markup, /<a /)
  assert.match(markup, /aria-current="step"><span>Gevaar/)
})

it('says in words how far a person is and what is done', async () => {
  const markup = String(await steps('en', list, 1))
  assert.match(markup, /Step 2 of 3<span class="steps__name">: Wat je zag/)
  assert.match(markup, /<a href="\/gevaar">Gevaar<\/a><span class="visually-hidden">, done/)
})
