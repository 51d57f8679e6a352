import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#platform/language.ts'
import { messageTemplates } from '#platform/outbox.ts'
import { letterFor } from './letter.ts'

const origin = 'https://oogmerk.voorbeeld.example'
const all = languages.flatMap((language) =>
  messageTemplates.map((template) => ({ language, template })),
)
const write = (one: (typeof all)[number]) =>
  letterFor(
    { ...one, id: '01900000-0000-7000-8000-000000000001', reference: 'S-4CFH-79KM' },
    'vera@school.example',
    origin,
  )

test('a letter leads to a list, never to a signal or a case, and to nothing else', () => {
  for (const one of all) {
    const addresses = write(one).text.match(/https?:\S+/g) ?? []
    assert.equal(addresses.length, 1, one.template)
    assert.match(
      addresses[0] ?? '',
      /^https:\/\/oogmerk\.voorbeeld\.example(\/en)?\/(wachtrij|signalen|casussen|vandaag|intervisie|advies|overleg|delen|ontvangen|sessies|oefenen(\/(mijn|film\/vragen|film\/aanvragen))?|verantwoording\/brieven)$/,
    )
  }
})

test('the subject is the same whatever happened', () => {
  for (const language of languages) {
    const subjects = all.filter((one) => one.language === language).map((one) => write(one).subject)
    assert.equal(new Set(subjects).size, 1)
  }
})

test('a letter speaks of no child, no danger and no exploitation', () => {
  for (const one of all) {
    const { subject, text } = write(one)
    assert.doesNotMatch(
      `${subject} ${text}`,
      /leerling|jongere|kind\b|gevaar|uitbuiting|pupil|child|young|danger|exploitation/i,
    )
  }
})

test('a letter carries the reference and is in the language of the message', () => {
  assert.match(write({ language: 'nl', template: 'question-asked' }).text, /Kenmerk: S-4CFH-79KM\n/)
  const english = write({ language: 'en', template: 'question-asked' }).text
  assert.match(english, /Reference: S-4CFH-79KM\n/)
  assert.match(english, /\/en\/signalen\n/)
})
