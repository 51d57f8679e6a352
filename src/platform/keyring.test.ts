import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { newKey } from './crypto.ts'
import { openKeyring, openRecord, sealRecord } from './keyring.ts'
import type { Work } from './work.ts'

let house: TestHouse
let organisation: string

before(async () => {
  house = await aHouse()
  organisation = await house.anOrganisation()
})
after(() => house.close())

const as = <T>(organisationId: string, verb: (work: Work) => Promise<T>) =>
  house.inTransaction({ kind: 'system', name: 'demo', organisationId }, 'maintenance', verb)

test('a key made in a transaction that failed is never used again', async () => {
  const keyring = openKeyring(house.keyEncryptionKey)
  let lost: Buffer | undefined
  await assert.rejects(
    as(organisation, async (work) => {
      lost = await keyring.keyOf(work)
      throw new Error('power cut')
    }),
  )
  const kept = await as(organisation, (work) => keyring.keyOf(work))
  assert.notDeepEqual(kept, lost)
  const again = await as(organisation, (work) => openKeyring(house.keyEncryptionKey).keyOf(work))
  assert.deepEqual(again, kept)
})

test('two servers that need the first key at once agree on one', async () => {
  const fresh = await house.anOrganisation()
  const keys = await Promise.all(
    [1, 2, 3].map(() => as(fresh, (work) => openKeyring(house.keyEncryptionKey).keyOf(work))),
  )
  assert.deepEqual(keys[1], keys[0])
  assert.deepEqual(keys[2], keys[0])
})

test('without the key outside the database nothing opens', async () => {
  await as(organisation, (work) => openKeyring(house.keyEncryptionKey).keyOf(work))
  await assert.rejects(as(organisation, (work) => openKeyring(newKey()).keyOf(work)))
})

test('a record opens with its own wrapped key, and not with that of another record', () => {
  const organisationKey = newKey()
  const one = sealRecord(organisationKey, 'signal:1', { subject: 'Noor' })
  const other = sealRecord(organisationKey, 'signal:2', { subject: 'Sem' })
  const opened = openRecord(organisationKey, 'signal:1', one.wrappedKey, one.sealed)
  assert.deepEqual(opened, { subject: 'Noor' })
  assert.throws(() => openRecord(organisationKey, 'signal:1', other.wrappedKey, one.sealed))
  assert.throws(() => openRecord(organisationKey, 'signal:2', one.wrappedKey, one.sealed))
})
