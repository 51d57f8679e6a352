import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { type Language, languages, link } from '#platform/language.ts'
import { readPdf, rolesOf } from '#platform/pdf/a-read-pdf.ts'
import { mediaTypeOf } from '#platform/upload/file-kind.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { launchBrowser } from '#tests/browser-binary.ts'
import { aCase, aDesk, aFact, doing } from './a-case.ts'
import { aDocument, aTakenFile } from './a-document.ts'
import type { CaseDesk } from './desk.ts'
import { editEntry, withdrawEntry } from './edit-entry.ts'
import type { NewEntry } from './entry.ts'
import { exportCase } from './export-case.ts'
import { judgeRole } from './judge-role.ts'
import { removeDocument } from './remove-document.ts'
import { addTask, endTask } from './tasks.ts'
import { writeEntry } from './write-entry.ts'

let app: TestApp
let desk: CaseDesk
let caseId: string
let reader: Visitor
let browser: Browser
const coordinator = somebody('samira-denkbeeld')
const mentor = somebody('milan-proefpersoon')

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = aDesk(app.house)
  caseId = await aWholeCase()
  reader = await app.signedIn(coordinator)
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await app.close()
})

const does = <T>(verb: Parameters<typeof app.house.inTransaction<T>>[2]) =>
  doing(app.house)(coordinator, verb)
const written = (id: string, entry: NewEntry) => does((work) => writeEntry(work, desk, id, entry))

/** Something of every kind that a file can hold, and something of each that was taken back. */
async function aWholeCase(): Promise<string> {
  const id = await aCase(app.house, desk, coordinator, { circle: [mentor] })
  const fact = await written(id, aFact({ happenedOn: '2026-11-02', source: 'de conciërge' }))
  const better = aFact({ text: 'Noor had drie telefoons #read("/etc/passwd") & <b>zag</b>.' })
  await does((work) =>
    editEntry(work, desk, { caseId: id, id: fact }, { version: 1, entry: better }),
  )
  const wrong = await written(id, aFact({ text: 'Dit ging over een ander.' }))
  await does((work) => withdrawEntry(work, desk, { caseId: id, id: wrong }, 'other-file'))
  await written(id, { kind: 'interpretation', text: 'Noor lijkt bang.', innocent: ['een toets'] })
  await written(id, {
    kind: 'decision',
    text: 'We delen dit niet.',
    reasons: 'Te vroeg.',
    not: true,
  })
  const call = { withWhom: 'moeder', how: 'phone' } as const
  await written(id, { kind: 'contact', text: 'Moeder belt terug.', ...call })
  const due = { ownerId: mentor.personId, dueOn: '2026-11-30', clock: 'agreement' } as const
  const task = await does((work) => addTask(work, desk, id, { title: 'Bel de mentor', ...due }))
  await does((work) =>
    endTask(work, desk, { caseId: id, id: task }, { how: 'done', words: 'Gebeld.' }),
  )
  await does((work) => addTask(work, desk, id, { title: 'Maak een afspraak', ...due }))
  const words = { source: 'politie', evidence: 'een brief', against: 'niets gevonden' }
  for (const role of ['accused', 'exploited'] as const) {
    await does((work) => judgeRole(work, desk, id, { role, fromOn: '2026-11-01', words }))
  }
  await aDocument(app.house, desk, { who: mentor, caseId: id })
  const file = aTakenFile({ name: 'Van een ander.pdf' })
  const gone = await aDocument(app.house, desk, { who: mentor, caseId: id }, file)
  await does((work) => removeDocument(work, desk, { caseId: id, id: gone }, 'Verkeerd dossier.'))
  return id
}

const pdfOf = async (language: Language, id = caseId) => {
  const at = link(language, `/casussen/${id}/dossier.pdf`)
  const visitor = await app.signedIn(coordinator)
  const answer = await app.app.routes.request(`${app.origin}${at}`, {
    headers: { cookie: [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  return { answer, pdf: new Uint8Array(await answer.arrayBuffer()) }
}

/** What must be on paper, in either language. */
const onPaper = [
  'Noor Voorbeeld',
  'Gaat het goed met Noor, en wat is er nodig?',
  'Noor had drie telefoons #read("/etc/passwd") & <b>zag</b>.',
  'Noor lijkt bang.',
  'een toets',
  'We delen dit niet.',
  'Te vroeg.',
  'Moeder belt terug.',
  'Bel de mentor',
  'Gebeld.',
  'Maak een afspraak',
  'een brief',
  'niets gevonden',
  'Ziet Noor elke dag.',
  'Verslag van Noor.pdf',
  'Van Noor gekregen',
  'Verkeerd dossier.',
]
/** A browser sets letters apart, and a reader of PDF takes that for spaces. */
const close = (text: string): string => text.replaceAll(/\s/g, '')

const gone = ['Dit ging over een ander.', 'Van een ander.pdf', 'twee telefoons']

/** Of this person alone: the program itself works on in the meantime. */
const entriesOf = async ({ organisationId, personId }: typeof coordinator) =>
  (await app.house.trailOf(organisationId)).filter(({ actor }) => actor === personId)

test('outside the circle there is no file to print, and nobody prints who did not prove just now who they are', async () => {
  for (const at of ['afdruk', 'dossier.pdf']) {
    for (const slug of ['ruben-schets', 'henk-verzonnen']) {
      const visitor = await app.signedIn(somebody(slug))
      assert.equal((await visitor.get(`/casussen/${caseId}/${at}`)).status, 404)
    }
    assert.equal((await app.aStranger().get(`/casussen/${caseId}/${at}`)).status, 303)
    const slow = await app.signedIn(coordinator)
    app.house.moveClock({ minutes: 6 })
    const trail = (await entriesOf(coordinator)).length
    const answer = await slow.get(`/casussen/${caseId}/${at}`)
    assert.match(answer.location, /^\/sessie\/bevestig\?naar=/)
    assert.equal((await entriesOf(coordinator)).length, trail)
  }
})

test('that the file left is in the trail, with how', async () => {
  const before = (await app.house.trailOf(coordinator.organisationId)).length
  for (const form of ['print', 'pdf'] as const) {
    await does((work) => exportCase(work, desk, caseId, form))
  }
  const lines = (await app.house.trailOf(coordinator.organisationId)).slice(before)
  assert.deepEqual(
    lines
      .filter(({ act }) => act === 'case.export')
      .map(({ subject, details }) => [subject, details]),
    [
      [caseId, { form: 'print' }],
      [caseId, { form: 'pdf' }],
    ],
  )
})

for (const language of languages) {
  test(`the PDF holds the whole file and nothing that was taken back, with the reader on every page (${language})`, async () => {
    const { answer, pdf } = await pdfOf(language)
    assert.equal(answer.headers.get('content-type'), mediaTypeOf('pdf'))
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="C-/)
    const { pages, text, tags, raw } = await readPdf(pdf)
    for (const words of onPaper) assert.ok(text.includes(words), `${words}: ${text}`)
    for (const words of gone) assert.equal(text.includes(words), false, words)
    assert.ok(pages.length > 1)
    for (const page of pages) {
      assert.ok(page.includes(coordinator.name), page)
      assert.ok(page.includes('Voorbeeldcollege'), page)
    }
    for (const role of ['H1', 'H2', 'Table', 'TH', 'P']) assert.ok(rolesOf(tags).includes(role))
    assert.match(raw, /<pdfuaid:part>1<\/pdfuaid:part>/)
  })

  test(`the printed page is valid, holds the same, and has the reader on every sheet of paper (${language})`, async () => {
    reader = await app.signedIn(coordinator)
    const answer = await reader.get(link(language, `/casussen/${caseId}/afdruk`))
    assert.equal(answer.status, 200)
    assert.deepEqual(await faultsIn(raw(answer.body)), [])
    for (const words of gone) assert.equal(answer.body.includes(words), false, words)
    assert.equal(/style="|<style|<script(?! type="module" src)/.test(answer.body), false)
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url())
      const own = await app.app.routes.request(url.href)
      if (!url.pathname.startsWith('/assets/')) {
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: answer.body })
      }
      return route.fulfill({
        contentType: own.headers.get('content-type') ?? '',
        body: Buffer.from(await own.arrayBuffer()),
      })
    })
    await page.goto(`${app.origin}/afdruk`)
    const printed = await readPdf(await page.pdf({ format: 'A4' }))
    await page.close()
    for (const words of onPaper) assert.ok(close(printed.text).includes(close(words)), words)
    assert.ok(printed.pages.length > 1)
    for (const [nth, sheet] of printed.pages.entries()) {
      const made = language === 'nl' ? 'Gemaakt voor' : 'Made for'
      assert.ok(close(sheet).includes(close(`${made} ${coordinator.name}`)), sheet)
      const number = language === 'nl' ? `Pagina ${nth + 1} van` : `Page ${nth + 1} of`
      assert.ok(close(sheet).includes(close(number)), sheet)
    }
  })
}

test('an empty case says so in each chapter', async () => {
  const { pdf } = await pdfOf('nl', await aCase(app.house, desk, coordinator))
  const { text } = await readPdf(pdf)
  for (const words of ['geen feiten', 'geen duidingen', 'geen besluiten', 'geen documenten']) {
    assert.ok(text.includes(words), words)
  }
})
