import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whoShares } from '#capabilities/sharing/a-disclosure.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange } from '#tests/a-visitor.ts'
import { aDecidedDossier, aDossier, anOffice } from './a-dossier.ts'
import { aDossierApp, refusal } from './a-dossier-app.ts'
import { endAccess, handOver, letIn } from './change-circle.ts'
import { dossierSource } from './facts-of-dossier.ts'
import { listDossiers } from './list-dossiers.ts'

const here = aDossierApp()
const { can, does, eventsOf, read } = here

test('a colleague, another office, the police and an expert cannot tell that a dossier exists', async () => {
  const { id, decision } = await aDecidedDossier(can(), here.desk, here.handler)
  const other = await anOffice(here.app.house)
  const police = await here.app.house.anOrganisation('police')
  const group = await here.app.house.anOrganisation('expert-group')
  const clerk = await here.app.house.aPerson(here.office.organisation, ['privacy-officer'])
  const outsiders: readonly PersonActor[] = [
    here.office.colleague,
    other.handler,
    clerk,
    await here.app.house.aPerson(police, ['trafficking-detective']),
    await here.app.house.aPerson(police, ['youth-prosecutor']),
    await here.app.house.aPerson(group, ['expert']),
  ]
  const before = await eventsOf(id)
  const nobody = newId()
  const paths = [
    ...['', '/kring', '/werkblad', '/werkblad/act', '/feit', '/bezwaar', '/heropenen'],
    ...[`/besluit/${decision}`, `/besluit/${decision}/besluit.pdf`, '/bericht/lawyer'],
    ...['/besluit/nieuw', '/kring/overdragen'],
  ]
  const like = ({ status, body }: Exchange, at: string) => ({
    status,
    body: body.replaceAll(at, 'ID').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'),
  })
  for (const outsider of outsiders) {
    const visitor = await here.app.signedIn(outsider)
    for (const path of paths) {
      const [there, nowhere] = [
        await visitor.get(`/dossiers/${id}${path}`),
        await visitor.get(`/dossiers/${nobody}${path}`),
      ]
      assert.equal(there.status, 404, path)
      assert.deepEqual(like(there, id), like(nowhere, nobody), path)
      const sent = await visitor.post(`/dossiers/${id}${path}`, { because: 'x', answer: 'yes' })
      assert.ok([403, 404].includes(sent.status), path)
    }
    const list = await visitor.get('/dossiers')
    assert.doesNotMatch(list.body, new RegExp(id))
    assert.doesNotMatch((await visitor.get('/dossiers/vergelijken')).body, /Opiumwet/)
  }
  assert.deepEqual(await eventsOf(id), before)
  const { organisation: organisationId } = here.office
  const source = dossierSource(here.desk)
  const { sharers } = await whoShares(here.app.house, source, { fileId: id, organisationId })
  assert.deepEqual(sharers, [here.handler.personId])
})

test('only whoever handles it lets in, takes out and hands over, and only colleagues with the role', async () => {
  const id = await aDossier(can(), here.desk, here.handler)
  const { colleague } = here.office
  const because = 'Werkt mee.'
  const stranger = (await anOffice(here.app.house)).handler.personId
  await assert.rejects(
    does((work) => letIn(work, here.desk, id, { personId: stranger, because })),
    refusal('no-such-colleague'),
  )
  await does((work) => letIn(work, here.desk, id, { personId: colleague.personId, because }))
  assert.equal((await read(id, colleague)).head.id, id)
  await assert.rejects(
    does(
      (work) => handOver(work, here.desk, id, { personId: colleague.personId, because }),
      colleague,
    ),
    refusal('only-the-handler'),
  )
  await does((work) => handOver(work, here.desk, id, { personId: colleague.personId, because }))
  const taken = { personId: here.handler.personId, because }
  await does((work) => endAccess(work, here.desk, id, taken), colleague)
  await assert.rejects(read(id), refusal('no-such-dossier'))
})

test('a dossier never stays with nobody: when all of its circle are gone, the others see it and take it over', async () => {
  const house = await anOffice(here.app.house)
  const id = await aDossier(can(), here.desk, house.handler)
  const lines = async () =>
    (await does((work) => listDossiers(work, here.desk), house.colleague)).lines
  assert.deepEqual(await lines(), [])
  await here.app.house.pool.query('update membership set active = false where person_id = $1', [
    house.handler.personId,
  ])
  assert.deepEqual(
    (await lines()).map((line) => [line.id, line.handlerGone]),
    [[id, true]],
  )
  const change = { personId: house.colleague.personId, because: 'Olivier is weg.' }
  await does((work) => handOver(work, here.desk, id, change), house.colleague)
  assert.equal((await lines())[0]?.handlerGone, false)
})

test('past one page there is a next one, and a dossier is found by a part of its reference, by its circle alone', async () => {
  const own = await anOffice(here.app.house)
  const ids: string[] = []
  for (let made = 0; made < 51; made += 1) ids.push(await aDossier(can(), here.desk, own.handler))
  const visitor = await here.app.signedIn(own.handler)
  const first = await visitor.get('/dossiers')
  assert.doesNotMatch(first.body, new RegExp(ids[0] ?? ''))
  const next = first.body.match(/rel="next" href="([^"]+)"/)?.[1] ?? ''
  const second = await visitor.get(next.replaceAll('&amp;', '&'))
  assert.match(second.body, new RegExp(ids[0] ?? ''))
  assert.doesNotMatch(second.body, /rel="next"/)
  const { head } = await read(ids[0] ?? '', own.handler)
  const search = `/dossiers?kenmerk=${head.code.slice(2).toLowerCase()}`
  assert.match((await visitor.get(search)).body, new RegExp(ids[0] ?? ''))
  const { body } = await (await here.app.signedIn(own.colleague)).get(search)
  assert.match(body, /Geen dossier met dit kenmerk/)
})

test('no word of a dossier stands in the database as it was typed', async () => {
  const { id } = await aDecidedDossier(can(), here.desk, here.handler)
  const { rows } = await here.app.house.pool.query(
    `select table_name as name from information_schema.tables where table_name like 'dossier%'`,
  )
  assert.equal(rows.length, 11)
  for (const { name } of rows) {
    const { rows: all } = await here.app.house.pool.query(`select t::text as row from ${name} t`)
    for (const { row } of all) assert.doesNotMatch(row, /Noor|telefoons|dwang|Kenner|pakje/, name)
  }
  assert.ok(id)
})
