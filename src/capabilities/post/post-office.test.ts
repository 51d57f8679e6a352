import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { readDemoRegion } from '#capabilities/identity/demo-region.ts'
import { aFinishedDraft, aRecording } from '#capabilities/signals/a-recording.ts'
import { startDraft } from '#capabilities/signals/keep-draft.ts'
import { recordSignal } from '#capabilities/signals/record-signal.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { readConfig } from '#platform/config.ts'
import { languages, link } from '#platform/language.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { openApp } from '../../app.ts'
import { openPostOffice } from './index.ts'

let app: TestApp
before(async () => {
  app = await anApp({ demoRegion: true })
})
after(() => app.close())

/** The post office of an operator with these settings, and what it told the log. */
function aPostOffice(settings: Record<string, string>) {
  const lines: string[] = []
  const office = openPostOffice({
    inTransaction: app.house.inTransaction,
    clock: app.house.clock,
    config: readConfig({ OOGMERK_DEMO: 'off', LANG: 'en', ...settings }),
    mailAddressesOf: async () => assert.fail('nobody was to be written to'),
    namesOf: async () => assert.fail('nobody was to be written to'),
    demoOrganisations: [],
    respond: async () => assert.fail('there is no page'),
    log: pino({ base: null }, { write: (line) => lines.push(line) }),
  })
  return { office, warnings: lines.map((line) => JSON.parse(line).msg as string) }
}

describe('settings for mail', () => {
  it('without them nothing is sent, and the operator is told once what is missing', async () => {
    const { office, warnings } = aPostOffice({ OOGMERK_SMTP_URL: 'smtp://127.0.0.1:1' })
    assert.deepEqual(office.jobs, [])
    assert.equal(warnings.length, 1)
    assert.match(warnings[0] ?? '', /set OOGMERK_MAIL_FROM, OOGMERK_ORIGIN and start again/)
    assert.equal((await office.routes.request('/demo/post')).status, 404)
  })

  it('with them post is sent, and nobody is warned', () => {
    const { office, warnings } = aPostOffice({
      OOGMERK_SMTP_URL: 'smtp://127.0.0.1:1',
      OOGMERK_MAIL_FROM: 'oogmerk@voorbeeld.example',
      OOGMERK_ORIGIN: 'https://oogmerk.voorbeeld.example',
    })
    assert.deepEqual(
      office.jobs.map(({ name }) => name),
      ['post'],
    )
    assert.deepEqual(warnings, [])
  })
})

describe('the post of the demo region', () => {
  const page = async (language: 'nl' | 'en' = 'nl') =>
    (await app.aStranger().get(link(language, '/demo/post'))).body
  const content = (markup: string) =>
    markup.slice(markup.indexOf('<main'), markup.indexOf('</main>'))

  /** Post goes by itself within a second or so; give it as long as a slow machine needs. */
  async function pageWith(reference: string): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const markup = await page()
      if (markup.includes(reference)) return markup
      await pause(100)
    }
    return assert.fail(`${reference} was never posted`)
  }

  it('a recorded signal is posted after its commit, without a word or a name from it', async () => {
    const mentor = somebody('milan-proefpersoon')
    const recording = aRecording(app.house)
    const as = <T>(verb: Parameters<typeof app.app.inTransaction<T>>[2]) =>
      app.app.inTransaction(mentor, 'recognise-exploitation', verb)
    const draft = aFinishedDraft()
    const id = await as((work) => startDraft(work, recording, draft))
    await as((work) => recordSignal(work, recording, id))
    const { rows } = await app.house.pool.query('select reference from signal where id = $1', [id])
    const markup = content(await pageWith(rows[0].reference))
    assert.match(markup, /@oogmerk\.example/)
    assert.doesNotMatch(markup, new RegExp(`${id}|scooter|${draft.subject}`))
    for (const { name, people } of readDemoRegion()) {
      for (const one of [name, ...people.map((person) => person.name)]) {
        assert.equal(markup.includes(one), false, one)
      }
    }
  })

  it('is still there after a restart, and only of the fictional organisations', async () => {
    const { pool, clock } = app.house
    const { rows } = await pool.query(
      `select reference from outbox where sent_at is not null limit 1`,
    )
    const real = await app.house.anOrganisation()
    const person = await app.house.aPerson(real, ['care-coordinator'], 'Echt Iemand')
    await pool.query(
      `insert into outbox (organisation_id, id, recipient_id, template, language, reference, created_at, sent_at)
       values ($1, gen_random_uuid(), $2, 'new-signal', 'nl', 'S-7777-7777', now(), now())`,
      [real, person.personId],
    )
    const config = readConfig({ OOGMERK_DEMO: 'on', OOGMERK_DATA: app.dataFolder })
    const log = pino({ level: 'silent' })
    const again = openApp({ config, pool, keys: app.keys, clock, log })
    const answer = await again.routes.request('http://localhost/demo/post')
    const markup = content(await answer.text())
    await again.close()
    assert.ok(markup.includes(rows[0].reference))
    assert.doesNotMatch(markup, /S-7777-7777|echt\.iemand/)
  })

  it('is one click away from the fictional people, and they from it', async () => {
    for (const language of languages) {
      const people = await app.aStranger().get(link(language, '/demo'))
      assert.ok(people.body.includes(`href="${link(language, '/demo/post')}"`))
      assert.ok((await page(language)).includes(`href="${link(language, '/demo')}"`))
    }
  })

  it('is shown on a valid page in both languages', async () => {
    for (const language of languages)
      assert.deepEqual(await faultsIn(raw(await page(language))), [])
  })
})
