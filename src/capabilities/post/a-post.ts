import { mailAddressesOf } from '#capabilities/identity/mail-addresses-of.ts'
import { sealProfile } from '#capabilities/identity/professional.ts'
import type { PersonActor } from '#platform/actor.ts'
import { type MessageTemplate, tell } from '#platform/outbox.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Carrier } from './carrier.ts'
import { type Post, sendPost } from './send-post.ts'

/** What the row of a message says about its way. */
export type OutboxLine = {
  readonly id: string
  readonly attempts: number
  readonly last_error: string | null
  readonly sent: boolean
  readonly gave_up: boolean
  readonly due_at: string | null
}

/** For tests: post on a test house, with this carrier. */
export function aPost(house: TestHouse, carrier: Carrier) {
  const warnings: unknown[] = []
  const post: Post = {
    inTransaction: house.inTransaction,
    clock: house.clock,
    carrier,
    origin: 'https://oogmerk.voorbeeld.example',
    addressesOf: (work: Work, ids) => mailAddressesOf(work, house.keyring, ids),
    log: { warn: (line: unknown) => void warnings.push(line) } as Post['log'],
  }
  return {
    post,
    warnings,
    send: () => sendPost(post, new AbortController().signal),
  }
}

export async function giveAddress(
  { inTransaction, keyring, pool }: TestHouse,
  { organisationId, personId }: PersonActor,
  mail: string,
  active = true,
): Promise<void> {
  const system = { kind: 'system', name: 'demo', organisationId } as const
  await inTransaction(system, 'maintenance', async (work) => {
    const key = await keyring.keyOf(work)
    const profile = sealProfile(key, organisationId, personId, { name: 'Vera Voorbeeld', mail })
    await pool.query(
      'update membership set profile = $1, active = $2 where organisation_id = $3 and person_id = $4',
      [profile, active, organisationId, personId],
    )
  })
}

export const leaveMessage = (
  { inTransaction }: TestHouse,
  to: PersonActor,
  template: MessageTemplate = 'new-signal',
  language: 'nl' | 'en' = 'nl',
): Promise<void> =>
  inTransaction(
    { kind: 'system', name: 'demo', organisationId: to.organisationId },
    'maintenance',
    (work) => tell(work, { to: to.personId, template, language, reference: 'S-4CFH-79KM' }),
  )

export async function outboxOf({ pool }: TestHouse, organisation: string): Promise<OutboxLine[]> {
  const { rows } = await pool.query(
    `select id, attempts, last_error, sent_at is not null as sent, gave_up_at is not null as gave_up, due_at
     from outbox where organisation_id = $1 order by id`,
    [organisation],
  )
  return rows
}
