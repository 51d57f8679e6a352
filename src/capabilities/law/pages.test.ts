import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { roleName } from '#capabilities/identity/index.ts'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { faultsIn } from '#design/a-page.ts'
import { designAssets } from '#design/design-assets.ts'
import { raw } from '#design/html.ts'
import { Temporal } from '#platform/clock.ts'
import { responder } from '#platform/http/respond.ts'
import { languages } from '#platform/language.ts'
import { publicPages, visible } from '#tests/public-pages.ts'
import { lawRoutes, loadLaw } from './index.ts'
import { lawSections } from './sections.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const law = loadLaw(folder)
const routes = lawRoutes({
  law,
  knowledge: loadKnowledge(folder),
  respond: responder({ assets: designAssets(), demo: false, roleNames: () => [] }),
  clock: () => Temporal.Instant.from('2026-11-30T10:00:00Z'),
  roleName,
})

const { apps, read } = publicPages(routes)

test('a rule and a road that are not there are not found', async () => {
  for (const path of ['/kennis/recht/regels/sv-9999', '/kennis/recht/delen/wegen/anything']) {
    assert.equal((await apps.nl.request(path)).status, 404, path)
  }
})

test('a day that does not exist is told, and the rules of today are shown', async () => {
  const page = await read('/kennis/recht?dag-day=31&dag-month=2&dag-year=2020')
  assert.match(page, /Deze dag bestaat niet/)
  assert.match(page, /value="31"/)
  assert.match(visible(page), /De regels op 30 november 2026/)
})

test('pages of every kind are valid HTML in both languages, with one h1 and a title that fits a tab', async () => {
  const some = <T>(list: readonly T[], each: number) => list.filter((_, at) => at % each === 0)
  const parties = law.sharing.parties.map(({ id }) => id)
  const paths = [
    '/kennis/recht',
    '/kennis/recht?onderwerp=arrest&dag-day=1&dag-month=1&dag-year=2016',
    '/kennis/recht?onderwerp=%3Cscript%3E&dag-day=%22%3E',
    '/kennis/recht/voorstellen',
    '/kennis/recht/sepotgronden',
    '/kennis/recht/non-punishment',
    '/kennis/recht/delen',
    '/kennis/recht/delen/tabel',
    '/kennis/recht/delen?van=%22%3E&naar=school',
    ...some(parties, 4).map(
      (id, index) => `/kennis/recht/delen?van=${id}&naar=${parties.at(index - 3)}`,
    ),
    ...some(law.rules, 9).map(({ id }) => `/kennis/recht/regels/${id}`),
    '/kennis/recht/regels/sr-273f-9',
    '/kennis/recht/regels/sv-new',
    ...some(law.sharing.lines, 6).map(({ id }) => `/kennis/recht/delen/wegen/${id}`),
  ]
  for (const language of languages) {
    for (const path of paths) {
      const page = await read(path, language)
      assert.deepEqual(await faultsIn(raw(page)), [], `${language} ${path}`)
      assert.equal(page.match(/<h1[ >]/g)?.length, 1, path)
      assert.doesNotMatch(page, /<script(?! type="application)/, path)
    }
  }
})

test('the title of every rule and every road fits the tab of a browser', () => {
  const titles = [
    ...law.rules.map(({ cite }) => cite),
    ...law.sharing.lines.map(({ name }) => name),
  ]
  for (const title of titles.flatMap((both) => [both.nl, both.en])) {
    assert.ok(`${title} - Oogmerk`.length <= 70, title)
  }
})

test('a rule says what it says, where it stands, and to check the wording where we read an older text', async () => {
  const page = visible(await read('/kennis/recht/regels/sv-64'))
  assert.match(page, /hooguit 14 dagen/)
  assert.match(page, /jci1\.3:c:BWBR0001903&amp;artikel=64/)
  assert.match(
    page,
    /Kijk dit na voordat je erop bouwt .*tekst van 10 mei 2017: kijk na wat nu geldt/,
  )
  assert.match(page, /De regel kan ouder zijn/)
  const current = visible(await read('/kennis/recht/regels/wgs-2-27'))
  assert.doesNotMatch(current, /kijk na wat nu geldt|Kijk dit na/)
})

test('a bill says before anything else that it is no law, with its steps and that nothing was found after', async () => {
  const page = visible(await read('/kennis/recht/regels/sr-273f-9'))
  assert.ok(page.indexOf('Een voorstel geldt niet.') < page.indexOf('Wat de regel zegt'))
  assert.match(page, /Nieuwe vragen van de Eerste Kamer \(D\)\. 18 november 2025/)
  assert.match(
    page,
    /Ligt nog bij de Eerste Kamer\. 11 december 2025 Een latere stap vonden we niet/,
  )
  assert.doesNotMatch(page, /Vanaf|Wat je op deze regel kunt delen/)
  assert.match(visible(await read('/kennis/recht/regels/sv-new')), /Gepland voor 1 april 2029/)
})

test('the rules of a day: what did not apply then stands apart, with from when it is in the list', async () => {
  const page = visible(
    await read('/kennis/recht?onderwerp=partnerships&dag-day=28&dag-month=2&dag-year=2025'),
  )
  assert.match(page, /De regels op 28 februari 2025 .*Geen van deze regels gold op deze dag/)
  assert.match(page, /in deze lijst vanaf 1 maart 2025/)
  const later = visible(
    await read('/kennis/recht?onderwerp=partnerships&dag-day=1&dag-month=3&dag-year=2025'),
  )
  assert.doesNotMatch(later, /Geen van deze regels|Gold niet op deze dag/)
})

test('police who look for a road to a school read why it is no habit, the one road there is, and other roads', async () => {
  const page = visible(await read('/kennis/recht/delen?van=police&naar=school'))
  assert.match(page, /Wat niet kan .*Scholen staan niet op de lijst/)
  assert.match(page, /art\. 19 Wpg/)
  assert.match(page, /Is het bevoegd gezag het ermee eens, op papier\? Met ‘Nee’ is de weg dicht/)
  assert.match(page, /Andere wegen die je hebt .*De politie geeft aan Veilig Thuis/)
})

test('a ministry that would get persons finds no road but counts', async () => {
  const page = visible(await read('/kennis/recht/delen?van=school&naar=ministry'))
  assert.match(page, /Er is 1 weg/)
  assert.match(page, /een aantal zonder personen/)
  const none = visible(await read('/kennis/recht/delen?van=ministry&naar=school'))
  assert.match(none, /Tussen deze twee vonden we geen weg/)
})

test('the table has a row for every road, and every page about the law is reached from the first', async () => {
  const table = await read('/kennis/recht/delen/tabel')
  for (const { id } of law.sharing.lines) assert.ok(table.includes(`/delen/wegen/${id}"`), id)
  const first = await read('/kennis/recht')
  for (const { href } of lawSections('nl')) assert.ok(first.includes(`href="${href}"`), href)
  for (const { id } of law.rules) assert.ok(first.includes(`/regels/${id}"`), id)
})

test('the routes of a day: of 2021 we read no text and say so, of before 2014 we do not know, a bill is never open', async () => {
  const ask = async (day: string) => {
    const [year, month, date] = day.split('-')
    const at = `/kennis/recht/non-punishment?dag-day=${date}&dag-month=${month}&dag-year=${year}`
    return (await apps.nl.request(at)).text()
  }
  const sectionOf = (body: string, id: string) =>
    body.match(new RegExp(`<h2 id="${id}">[\\s\\S]*?(?=<h2 id=|$)`))?.[0] ?? ''
  assert.match(sectionOf(await ask('2026-11-23'), 'sepot-06'), /Deze weg was er op deze dag/)
  assert.match(sectionOf(await ask('2021-03-01'), 'sepot-06'), /lazen we niet/)
  assert.match(sectionOf(await ask('2018-03-01'), 'sepot-06'), /Deze weg was er op deze dag/)
  assert.match(sectionOf(await ask('2013-03-01'), 'sepot-06'), /weten we niet/)
  for (const day of ['2013-03-01', '2026-11-23']) {
    assert.doesNotMatch(sectionOf(await ask(day), 'non-punishment-in-law'), /Deze weg was er/)
  }
  assert.match(await ask('2026-02-31'), /Deze dag bestaat niet/)
})
