import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { newId } from '#platform/ids.ts'
import { aRegion, type Region, somebody } from './a-region.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { configureProvider } from './configure-provider.ts'
import { inviteAgain, inviteColleague } from './invite-colleague.ts'
import { listColleagues } from './list-colleagues.ts'

const anja = somebody('anja-sleutelbos')
const fenna = somebody('fenna-voorbeeld')
const elsewhere = somebody('kees-sleutelgat')
const own = ['membership', 'passkey', 'provider_link', 'invitation', 'sign_in_provider']
let region: Region

before(async () => {
  region = await aRegion()
  await region.act(anja, (work) =>
    configureProvider(work, region.keyring, {
      issuer: 'https://inloggen.example',
      clientId: 'oogmerk',
      clientSecret: 'zeer geheim woord',
      homeClaim: 'home',
      homeValue: 'voorbeeldcollege.example',
      affiliationClaim: 'affiliation',
      admits: 'staff',
    }),
  )
  const device = { browser: 'other', system: 'other' } as const
  const key = { credentialId: Buffer.of(1), publicKey: Buffer.of(2), counter: 0 }
  for (const proof of [
    { kind: 'passkey', device, ...key },
    { kind: 'provider', subjectHash: Buffer.alloc(32, 7) },
  ] as const) {
    await region.act(anja, (work) => inviteAgain(work, fenna.personId))
    const { invitations } = await region.act(anja, (work) => listColleagues(work, region.keyring))
    const id = invitations[0]?.id ?? assert.fail('there is an invitation')
    await region.act(fenna, (work) =>
      acceptInvitation(work, region.keyring, { id, proof, language: 'nl' }),
    )
  }
})
after(() => region.close())

/** SQL as the application itself, for one organisation or for none. */
async function asApplication<T>(
  organisation: string,
  ask: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await region.pool.connect()
  try {
    await client.query('begin; set local role oogmerk_app')
    await client.query(`select set_config('oogmerk.organisation_id', $1, true)`, [organisation])
    return await ask(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

for (const table of own) {
  test(`the application sees no ${table} of another organisation, and none without one`, async () => {
    const school = anja.organisationId
    const count = `select count(*) as n from ${table} where organisation_id = '${school}'`
    const seenBy = (organisation: string) =>
      asApplication(organisation, async (client) => (await client.query(count)).rows[0].n)
    assert.equal(await seenBy(elsewhere.organisationId), 0)
    assert.equal(await seenBy(''), 0)
    assert.ok((await seenBy(school)) > 0)
  })

  test(`the application cannot change ${table} of another organisation`, async () => {
    const moved = `update ${table} set organisation_id = organisation_id`
    const changed = await asApplication(
      elsewhere.organisationId,
      async (client) =>
        (await client.query(`${moved} where organisation_id = '${anja.organisationId}'`)).rowCount,
    )
    assert.equal(changed, 0)
  })
}

test('who worked here and with which proofs is never deleted by the application', async () => {
  for (const table of ['membership', 'passkey', 'provider_link', 'sign_in_provider']) {
    await assert.rejects(
      asApplication(anja.organisationId, (client) => client.query(`delete from ${table}`)),
      /permission denied/,
    )
  }
})

test('the role that looks up before signing in reads no secret and no profile', async () => {
  const client = await region.pool.connect()
  try {
    await client.query('begin; set local role oogmerk_sign_in')
    for (const asked of [
      'select client_secret from sign_in_provider',
      'select profile from invitation',
      'select subject_hash from provider_link',
      'update membership set active = true',
    ]) {
      await client.query('savepoint asked')
      await assert.rejects(client.query(asked), /permission denied/, asked)
      await client.query('rollback to savepoint asked')
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('an invitation that two people use at the same moment serves one of them', async () => {
  await region.act(anja, (work) => inviteAgain(work, fenna.personId))
  const { invitations } = await region.act(anja, (work) => listColleagues(work, region.keyring))
  const id = invitations[0]?.id ?? assert.fail('there is an invitation')
  region.acts()
  const uses = await Promise.allSettled(
    [3, 4].map((byte) =>
      region.act(fenna, (work) =>
        acceptInvitation(work, region.keyring, {
          language: 'nl',
          id,
          proof: { kind: 'provider', subjectHash: Buffer.alloc(32, byte) },
        }),
      ),
    ),
  )
  assert.deepEqual(uses.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.deepEqual(region.acts(), ['identity.accept-invitation'])
})

test('whoever used an invitation on an English page gets English mail from this organisation', async () => {
  const profile = { name: 'Nina Nieuw-Verzonnen' }
  await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, { profile, roles: ['teacher'] }),
  )
  const { invitations } = await region.act(anja, (work) => listColleagues(work, region.keyring))
  const id = invitations[0]?.id ?? assert.fail('there is an invitation')
  const nina = { ...fenna, personId: newId() }
  const proof = { kind: 'provider', subjectHash: Buffer.alloc(32, 9) } as const
  await region.act(nina, (work) =>
    acceptInvitation(work, region.keyring, { id, proof, language: 'en' }),
  )
  const { rows } = await region.pool.query('select language from membership where person_id = $1', [
    nina.personId,
  ])
  assert.deepEqual(rows, [{ language: 'en' }])
})
