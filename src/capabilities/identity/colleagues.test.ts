import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aRegion, type Region, somebody } from './a-region.ts'
import { changeRoles, deactivateColleague, reactivateColleague } from './change-colleague.ts'
import { configureProvider, findProvider, readProviderSettings } from './configure-provider.ts'
import { inviteAgain, inviteColleague, withdrawInvitation } from './invite-colleague.ts'
import { listColleagues, showColleague } from './list-colleagues.ts'
import { colleaguesWithRole, namesOf } from './names-of.ts'
import type { Provider } from './provider.ts'
import { revokeColleaguePasskey } from './revoke-passkeys.ts'
import { startSession } from './start-session.ts'

const anja = somebody('anja-sleutelbos')
const fenna = somebody('fenna-voorbeeld')
const elsewhere = somebody('kees-sleutelgat')
const profile = { name: 'Nieuwe Verzinsel', jobTitle: 'docent' }
const provider = {
  issuer: 'https://inloggen.example',
  clientId: 'oogmerk',
  clientSecret: 'zeer geheim woord',
  homeClaim: 'home',
  homeValue: 'voorbeeldcollege.example',
  affiliationClaim: 'affiliation',
  admits: 'staff',
} as const
let region: Region

before(async () => {
  region = await aRegion()
})
after(() => region.close())

const state = async (): Promise<string> => {
  const { rows } = await region.pool.query(`select
    (select json_agg(row(person_id, roles, active) order by organisation_id, person_id) from membership)::text as members,
    (select json_agg(row(id, used_at, withdrawn_at) order by id) from invitation)::text as invitations,
    (select json_agg(row(organisation_id, issuer)) from sign_in_provider)::text as providers`)
  return JSON.stringify(rows)
}

const acts: Record<string, (work: Work) => Promise<unknown>> = {
  list: (work) => listColleagues(work, region.keyring),
  show: (work) => showColleague(work, region.keyring, fenna.personId),
  invite: (work) => inviteColleague(work, region.keyring, { profile, roles: ['teacher'] }),
  'invite again': (work) => inviteAgain(work, fenna.personId),
  'revoke a passkey': (work) =>
    revokeColleaguePasskey(work, { personId: fenna.personId, passkeyId: 'AQ' }),
  'change roles': (work) => changeRoles(work, { personId: fenna.personId, roles: ['mentor'] }),
  deactivate: (work) => deactivateColleague(work, fenna.personId),
  reactivate: (work) => reactivateColleague(work, fenna.personId),
  'read the settings of a provider': (work) => readProviderSettings(work),
  'configure a provider': (work) => configureProvider(work, region.keyring, provider),
}

for (const [name, act] of Object.entries(acts)) {
  test(`a colleague who is no administrator cannot ${name}, and nothing changes`, async () => {
    const before = await state()
    await assert.rejects(region.act(fenna, act), { kind: 'not-found' })
    assert.equal(await state(), before)
    assert.deepEqual(region.acts(), [])
  })
}

const ofSomebody = [
  'show',
  'invite again',
  'revoke a passkey',
  'change roles',
  'deactivate',
  'reactivate',
]
for (const name of ofSomebody) {
  test(`an administrator of another school finds nobody to ${name}`, async () => {
    const before = await state()
    await assert.rejects(
      region.act<unknown>(elsewhere, acts[name] as (work: Work) => Promise<unknown>),
      { kind: 'not-found' },
    )
    assert.equal(await state(), before)
    assert.deepEqual(region.acts(), [])
  })
}

test('an administrator of another school cannot take back an invitation', async () => {
  await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, { profile, roles: ['teacher'] }),
  )
  const { invitations } = await region.act(anja, (work) => listColleagues(work, region.keyring))
  const id = invitations[0]?.id ?? assert.fail('there is an invitation')
  assert.deepEqual(region.acts(), ['identity.invite', 'identity.list-colleagues'])
  await assert.rejects(
    region.act(elsewhere, (work) => withdrawInvitation(work, id)),
    { kind: 'not-found' },
  )
  await region.act(anja, (work) => withdrawInvitation(work, id))
  assert.deepEqual(region.acts(), ['identity.withdraw-invitation'])
})

test('an administrator does not change their own roles or access', async () => {
  for (const act of [
    (work: Work) =>
      changeRoles(work, { personId: anja.personId, roles: ['administrator', 'care-coordinator'] }),
    (work: Work) => deactivateColleague(work, anja.personId),
    (work: Work) => inviteAgain(work, anja.personId),
  ]) {
    await assert.rejects(region.act<unknown>(anja, act), {
      kind: 'not-allowed',
      because: 'not-yourself',
    })
  }
})

test('a role that does not belong to a school is refused', async () => {
  const roles = ['youth-prosecutor'] as const
  await assert.rejects(
    region.act(anja, (work) => inviteColleague(work, region.keyring, { profile, roles })),
    new Refusal('invalid', 'roles-wrong'),
  )
  await assert.rejects(
    region.act(anja, (work) => changeRoles(work, { personId: fenna.personId, roles })),
    new Refusal('invalid', 'roles-wrong'),
  )
})

test('other roles count from the next click, and the trail tells which', async () => {
  const device = { browser: 'other', system: 'other' } as const
  const token = await region.act(fenna, (work) =>
    startSession(work, region.keyring, { method: 'passkey', device }),
  )
  assert.deepEqual((await region.identity.findSession(token))?.actor.roles, ['teacher'])
  region.acts()
  await region.act(anja, (work) =>
    changeRoles(work, { personId: fenna.personId, roles: ['teacher', 'mentor'] }),
  )
  assert.deepEqual(
    region.trail.splice(0).map(({ act, subject, details }) => ({ act, subject, details })),
    [
      {
        act: 'identity.change-roles',
        subject: fenna.personId,
        details: { before: 'teacher', after: 'teacher,mentor' },
      },
    ],
  )
  const session = await region.identity.findSession(token)
  assert.deepEqual(session?.actor.roles, ['teacher', 'mentor'])
})

test('who stops working here is signed out at once and their invitations open nothing', async () => {
  const device = { browser: 'other', system: 'other' } as const
  const henk = somebody('henk-verzonnen')
  const token = await region.act(henk, (work) =>
    startSession(work, region.keyring, { method: 'passkey', device }),
  )
  await region.act(anja, (work) => inviteAgain(work, henk.personId))
  region.acts()
  await region.act(anja, (work) => deactivateColleague(work, henk.personId))
  assert.deepEqual(region.acts(), ['identity.deactivate'])
  assert.equal(await region.identity.findSession(token), undefined)
  const { invitations } = await region.act(anja, (work) => listColleagues(work, region.keyring))
  assert.deepEqual(invitations, [])

  await region.act(anja, (work) => reactivateColleague(work, henk.personId))
  assert.equal(await region.identity.findSession(token), undefined)
})

test('colleagues are listed by name, and only those of this school', async () => {
  const { colleagues } = await region.act(anja, (work) => listColleagues(work, region.keyring))
  assert.deepEqual(
    colleagues.map(({ profile }) => profile.name),
    [
      'Anja Sleutelbos',
      'Fenna Voorbeeld',
      'Henk Verzonnen',
      'Ingrid Fictie',
      'Milan Proefpersoon',
      'Pieter Privaat',
      'Ruben Schets',
      'Samira Denkbeeld',
    ],
  )
})

test('names are told of colleagues only', async () => {
  const names = await region.act(fenna, async (work) => {
    work.audit({ act: 'test.read' })
    return {
      named: await namesOf(work, region.keyring, [anja.personId, elsewhere.personId]),
      mentors: await colleaguesWithRole(work, region.keyring, ['mentor', 'care-coordinator']),
    }
  })
  assert.deepEqual([...names.named], [[anja.personId, 'Anja Sleutelbos']])
  assert.ok(names.mentors.some(({ name }) => name === 'Samira Denkbeeld'))
  assert.ok(!names.mentors.some(({ name }) => name === 'Yusuf Fantasie'))
})

test('the secret of a provider is sealed, and another organisation does not find it', async () => {
  await region.act(anja, (work) => configureProvider(work, region.keyring, provider))
  const find = (work: Work) => {
    work.audit({ act: 'test.read' })
    return findProvider(work, region.keyring)
  }
  assert.deepEqual(await region.act(fenna, find), provider)
  assert.equal(await region.act(elsewhere, find), undefined)
  const { rows } = await region.pool.query('select client_secret from sign_in_provider')
  assert.equal(rows[0].client_secret.includes('geheim'), false)
})

test('a secret that was left empty stays, but never goes along to another address or client', async () => {
  await region.act(anja, (work) => configureProvider(work, region.keyring, provider))
  const change = (changed: Partial<Provider>) =>
    region.act(anja, (work) =>
      configureProvider(work, region.keyring, { ...provider, clientSecret: '', ...changed }),
    )
  for (const elsewhere of [
    { issuer: 'https://elders.example' },
    { clientId: 'iemand' },
  ] as Partial<Provider>[]) {
    await assert.rejects(change(elsewhere), { because: 'client-secret-missing' })
  }
  await change({ admits: 'invited-only' })
  const kept = await region.act(anja, (work) => {
    work.audit({ act: 'test.read' })
    return findProvider(work, region.keyring)
  })
  assert.deepEqual(kept, { ...provider, admits: 'invited-only' })
})

test('the page with the settings shows what is set now, and never the secret', async () => {
  const { clientSecret, ...shown } = provider
  await region.act(anja, (work) => configureProvider(work, region.keyring, provider))
  const browser = region.browser()
  await browser.signInAs(anja)
  region.acts()
  for (const language of ['', '/en']) {
    const body = await (await browser.get(`${language}/organisatie/inloggen`)).text()
    for (const value of Object.values(shown)) {
      assert.match(body, new RegExp(`value="${value}"`), value)
    }
    assert.match(body, new RegExp(`value="${shown.admits}"[^>]* checked`))
    assert.equal(body.includes(clientSecret), false)
  }
  assert.deepEqual(region.acts(), ['identity.read-provider', 'identity.read-provider'])
  const saved = await browser.post('/organisatie/inloggen', { ...provider, clientSecret: '' })
  assert.equal(saved.status, 200)
  const moved = await browser.post('/organisatie/inloggen', {
    ...provider,
    clientSecret: '',
    issuer: 'https://elders.example',
  })
  assert.equal(moved.status, 422)
  assert.match(await moved.text(), /Vul het geheim in/)
})
