import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listFrom } from '#capabilities/sharing/a-disclosure.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { anArrestDesk, aStation, doing } from './an-arrest.ts'
import { anExpertAsked } from './an-asking.ts'
import { factSource } from './fact-source.ts'
import { countPerQuarter } from './store-figures.ts'

let app: TestApp
before(async () => {
  app = await anApp()
})
after(() => app?.close())

test('what the expert group answers on an arrest stands in its history once, with who and when, and counts as a consultation', async () => {
  const { house } = app
  const { detective, officer } = await aStation(house)
  const group = await house.anOrganisation('expert-group', 'Expertgroep Verzonnen')
  const expert = await house.aPerson(group, ['expert'], 'Elif Kenner')
  const other = await house.aPerson(group, ['privacy-officer'])
  const { id, received, channel } = await anExpertAsked(house, { by: detective, expert })
  const at = `/ontvangen/${received}`
  const typed = { capacity: 'lid van de expertgroep', words: 'Ja: kijk naar de telefoon.' }
  // Refusals: before accepting, by somebody else, unfinished.
  const visitor = await app.signedIn(expert)
  assert.equal((await visitor.get(`${at}/antwoord`)).status, 409)
  await visitor.post(`${at}/aannemen`, {})
  await channel.settle()
  for (const outsider of [other, officer]) {
    const { status } = await (await app.signedIn(outsider)).get(`${at}/antwoord`)
    assert.ok([403, 404].includes(status))
  }
  const again = await app.signedIn(expert)
  const half = await again.post(`${at}/antwoord`, { capacity: '', words: typed.words, act: 'sign' })
  assert.equal(half.status, 422)
  assert.match(half.body, /Ja: kijk naar de telefoon/)
  assert.deepEqual(await faultsIn(raw((await again.get(at)).body)), [])
  for (const _ of [1, 2]) {
    assert.equal((await again.post(`${at}/antwoord`, { ...typed, act: 'sign' })).status, 303)
  }
  await channel.settle()
  const { body } = await (await app.signedIn(detective)).get(`/aanhoudingen/${id}`)
  assert.equal(body.match(/Ja: kijk naar de telefoon/g)?.length, 1)
  assert.match(body, /Elif Kenner, lid van de expertgroep, Expertgroep Verzonnen/)
  const counted = await house.inTransaction(detective, 'look-at-arrests', async (work) => {
    work.audit({ act: 'test.count' })
    return countPerQuarter(work, { from: '2026-10-01', until: '2026-10-01' })
  })
  assert.equal(counted[0]?.consultations, 1)
  assert.deepEqual(await faultsIn(raw((await again.get(`${at}/antwoord`)).body)), [])
  // What they think of it leaves as a thought, and as theirs.
  const facts = await doing(house)(detective, (work) =>
    listFrom(factSource(anArrestDesk(house), 'arrest'), work, id),
  )
  const answer = facts.find(({ text }) => text === typed.words)
  assert.equal(answer?.kind, 'interpretation')
  assert.deepEqual(answer?.origin, {
    organisation: 'Expertgroep Verzonnen',
    kind: 'expert-group',
    via: [],
  })
  // The consultation ended.
  app.house.moveClock({ hours: 24 * 15 })
  const late = await (await app.signedIn(expert)).get(`${at}/antwoord`)
  assert.equal(late.status, 409)
  assert.doesNotMatch(late.body, /telefoon|Herkennen/)
})
