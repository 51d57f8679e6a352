import { createHash, createPublicKey } from 'node:crypto'
import type { Config } from '#platform/config.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import { deriveKey } from '#platform/crypto.ts'
import type { Pool } from '#platform/database.ts'
import { opensOrganisationKey } from '#platform/keyring.ts'
import { type Keys, loadKeys, readKeys } from '#platform/keys-on-disk.ts'

const kinds = ['data', 'trail'] as const
type KeyKind = (typeof kinds)[number]
type Fingerprints = Readonly<Record<KeyKind, Buffer>>

/**
 * The keys that belong to this database. Only a first start makes them (`make`): anywhere else new
 * keys would lock what is sealed, so missing or foreign keys are refused with what to do.
 */
export async function keysThatFit(
  config: Config,
  pool: Pool,
  { make }: { make: boolean },
): Promise<Keys> {
  const words = consoleSentences(config.language)
  const known = (await recorded(pool)) ?? (await firstUse(config, pool, make))
  const keys = await readKeys(config)
  if (!keys) throw new Error(words.keysMissing(config.dataFolder))
  const given = fingerprintsOf(keys)
  const wrong = kinds.find((kind) => !given[kind].equals(known[kind]))
  if (wrong) throw new Error(words.keyForeign(placeOf(config, wrong)))
  return keys
}

/** A database that remembers no keys: new, or made before it remembered them. */
async function firstUse(config: Config, pool: Pool, make: boolean): Promise<Fingerprints> {
  const words = consoleSentences(config.language)
  const wrapped = await anyOrganisationKey(pool)
  const keys = make && !wrapped ? await loadKeys(config) : await readKeys(config)
  if (!keys) throw new Error(wrapped ? words.keysMissing(config.dataFolder) : words.notStarted)
  if (wrapped && !opensOrganisationKey(keys.keyEncryptionKey, wrapped)) {
    throw new Error(words.keyForeign(placeOf(config, 'data')))
  }
  const { data, trail } = fingerprintsOf(keys)
  await pool.query(
    `insert into house_key (kind, fingerprint) values ('data', $1), ('trail', $2)
     on conflict do nothing`,
    [data, trail],
  )
  // Another server may have been first in the same instant: then its keys count.
  return (await recorded(pool)) ?? { data, trail }
}

async function recorded(pool: Pool): Promise<Fingerprints | undefined> {
  const { rows } = await pool.query<{ kind: KeyKind; fingerprint: Buffer }>(
    'select kind, fingerprint from house_key',
  )
  const of = (kind: KeyKind) => rows.find((row) => row.kind === kind)?.fingerprint
  const data = of('data')
  const trail = of('trail')
  return data && trail && { data, trail }
}

/** Tells keys apart and gives nothing away: both keys are long and random. */
const fingerprintsOf = ({ keyEncryptionKey, trailKey }: Keys): Fingerprints => ({
  data: deriveKey(keyEncryptionKey, 'fingerprint'),
  trail: createHash('sha256')
    .update(createPublicKey(trailKey).export({ type: 'spki', format: 'der' }))
    .digest(),
})

const placeOf = ({ key, trailKey }: Config, kind: KeyKind): string =>
  kind === 'data'
    ? key === undefined
      ? 'keys/data.key'
      : 'OOGMERK_KEY'
    : trailKey === undefined
      ? 'keys/trail.pem'
      : 'OOGMERK_TRAIL_KEY'

/** Row-level security holds for the owner too, so it asks as each organisation until one has a key. */
async function anyOrganisationKey(
  pool: Pool,
): Promise<{ organisation: string; wrapped: Buffer } | undefined> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from organisation')
    await client.query('begin')
    await client.query('set local role oogmerk_app')
    for (const { id } of rows) {
      await client.query(`select set_config('oogmerk.organisation_id', $1, true)`, [id])
      const found = await client.query<{ wrapped: Buffer }>(
        'select wrapped from organisation_key where version = 1 and organisation_id = $1',
        [id],
      )
      if (found.rows[0]) return { organisation: id, wrapped: found.rows[0].wrapped }
    }
    return undefined
  } finally {
    await client.query('rollback').finally(() => client.release())
  }
}
