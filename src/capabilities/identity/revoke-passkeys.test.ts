import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { aRegion, type Region, somebody } from './a-region.ts'
import { acceptInvitation, type NewProof } from './accept-invitation.ts'
import { changeRoles, deactivateColleague } from './change-colleague.ts'
import { inviteAgain, inviteColleague } from './invite-colleague.ts'
import { listColleagues, showColleague } from './list-colleagues.ts'
import { revokeColleaguePasskey } from './revoke-passkeys.ts'
import { startSession } from './start-session.ts'
import { findPasskeyOwner } from './store-proofs.ts'

const anja = somebody('anja-sleutelbos')
const elsewhere = somebody('kees-sleutelgat')
const device = { browser: 'Firefox', system: 'Android' } as const
let region: Region
let bytes = 0

before(async () => {
  region = await aRegion()
})
after(() => region.close())

const aPasskey = (): NewProof & { kind: 'passkey' } => {
  bytes += 1
  const credentialId = Buffer.from([7, bytes])
  return { kind: 'passkey', device, credentialId, publicKey: Buffer.of(2), counter: 0 }
}

/** The only invitation that is open now. */
async function openInvitation(): Promise<string> {
  const { invitations } = await region.act(anja, (work) => listColleagues(work, region.keyring))
  assert.equal(invitations.length, 1)
  return invitations[0]?.id ?? ''
}

const accept = (actor: PersonActor, id: string, proof: NewProof) =>
  region.act(actor, (work) => acceptInvitation(work, region.keyring, { id, proof, language: 'nl' }))

/** Somebody who works here with one passkey, and is signed in. */
async function aColleague() {
  await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, {
      profile: { name: 'Lotte Leenmobiel' },
      roles: ['teacher'],
    }),
  )
  const actor: PersonActor = { ...anja, personId: newId(), roles: ['teacher'] }
  const passkey = aPasskey()
  await accept(actor, await openInvitation(), passkey)
  const token = await region.act(actor, (work) =>
    startSession(work, region.keyring, { method: 'passkey', device }),
  )
  await region.pool.query('delete from outbox')
  region.acts()
  return { actor, passkey, token }
}

const opens = async (passkey: NewProof & { kind: 'passkey' }): Promise<boolean> =>
  (await region.act(anja, (work) => {
    work.audit({ act: 'test.look' })
    return findPasskeyOwner(work, passkey.credentialId)
  })) !== undefined

const rolesOf = async ({ personId }: PersonActor): Promise<readonly string[]> =>
  (await region.act(anja, (work) => showColleague(work, region.keyring, personId))).roles

const messagesTo = async ({ personId }: PersonActor) =>
  (
    await region.pool.query('select template, reference from outbox where recipient_id = $1', [
      personId,
    ])
  ).rows

const news = { template: 'sign-in-changed', reference: '' }

test('an administrator of another school, or the person as administrator, takes no passkey away', async () => {
  const { actor, passkey, token } = await aColleague()
  const revoke = (by: PersonActor, of: PersonActor) =>
    region.act(by, (work) =>
      revokeColleaguePasskey(work, {
        personId: of.personId,
        passkeyId: passkey.credentialId.toString('base64url'),
      }),
    )
  await assert.rejects(revoke(elsewhere, actor), { kind: 'not-found' })
  await assert.rejects(revoke(actor, actor), { kind: 'not-found' })
  await assert.rejects(revoke(anja, anja), { because: 'not-yourself' })
  await assert.rejects(revoke(anja, somebody('fenna-voorbeeld')), { because: 'no-such-passkey' })
  assert.deepEqual(region.acts(), [])
  assert.equal(await opens(passkey), true)
  assert.ok(await region.identity.findSession(token))
  assert.deepEqual(await messagesTo(actor), [])
})

test('an administrator sees a colleague’s passkeys and takes one away, and the colleague hears of it', async () => {
  const { actor, passkey, token } = await aColleague()
  const { personId } = actor
  const shown = await region.act(anja, (work) => showColleague(work, region.keyring, personId))
  const [seen] = shown.passkeys
  assert.deepEqual(seen?.device, device)
  region.acts()
  await region.act(anja, (work) =>
    revokeColleaguePasskey(work, { personId, passkeyId: seen?.id ?? '' }),
  )
  assert.deepEqual(
    region.trail.splice(0).map(({ act, subject, details }) => ({ act, subject, details })),
    [
      {
        act: 'identity.revoke-colleague-passkey',
        subject: personId,
        details: { passkeys: 1, sessions: 1 },
      },
    ],
  )
  assert.equal(await opens(passkey), false)
  assert.equal(await region.identity.findSession(token), undefined)
  assert.deepEqual(await messagesTo(actor), [news])
})

test('a new link after a lost phone ends the earlier links, the old passkeys and the sessions', async () => {
  const { actor, passkey, token } = await aColleague()
  const again = () => region.act(anja, (work) => inviteAgain(work, actor.personId))
  await again()
  const early = await openInvitation()
  await again()
  const late = await openInvitation()
  assert.notEqual(early, late)
  assert.equal(await opens(passkey), false)
  assert.equal(await region.identity.findSession(token), undefined)
  assert.deepEqual(await messagesTo(actor), [news, news])
  await assert.rejects(accept(actor, early, aPasskey()), { kind: 'not-found' })
  await accept(actor, late, aPasskey())
  assert.equal((await messagesTo(actor)).length, 3)
})

test('a new link when nothing is lost leaves the old passkey and the sessions', async () => {
  const { actor, passkey, token } = await aColleague()
  const { personId } = actor
  await region.act(anja, (work) => inviteAgain(work, personId, { keepPasskeys: true }))
  assert.equal(await opens(passkey), true)
  assert.ok(await region.identity.findSession(token))
  await accept(actor, await openInvitation(), aPasskey())
})

test('a new link gives no role back that was taken away after it was made', async () => {
  const { actor } = await aColleague()
  const { personId } = actor
  const give = (...roles: ('teacher' | 'mentor')[]) =>
    region.act(anja, (work) => changeRoles(work, { personId, roles }))
  await give('teacher', 'mentor')
  await region.act(anja, (work) => inviteAgain(work, personId))
  await give('teacher')
  const id = await openInvitation()
  region.acts()
  await accept(actor, id, aPasskey())
  assert.equal(region.trail.splice(0)[0]?.details?.roles, 'teacher')
  assert.deepEqual(await rolesOf(actor), ['teacher'])
})

test('who works here already takes no roles with a link for somebody new, and the link stays open', async () => {
  const { actor, passkey } = await aColleague()
  await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, {
      profile: { name: 'Verzonnen Collega' },
      roles: ['care-coordinator'],
    }),
  )
  const id = await openInvitation()
  for (const proof of [passkey, aPasskey()]) {
    await assert.rejects(accept(actor, id, proof), { because: 'proof-already-known' })
  }
  assert.deepEqual(await rolesOf(actor), ['teacher'])
  await accept({ ...actor, personId: newId() }, await openInvitation(), aPasskey())
})

test('who was stopped does not come back with a link for somebody new, and the link stays open', async () => {
  const { actor, passkey } = await aColleague()
  await region.act(anja, (work) => deactivateColleague(work, actor.personId))
  await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, { profile: { name: 'Nieuwe' }, roles: ['mentor'] }),
  )
  const id = await openInvitation()
  await assert.rejects(accept(actor, id, passkey), { because: 'proof-already-known' })
  assert.equal(await openInvitation(), id)
  assert.deepEqual(await rolesOf(actor), ['teacher'])
})
