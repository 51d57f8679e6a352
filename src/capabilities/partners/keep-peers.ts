import { z } from 'zod'
import { organisationKinds } from '#platform/actor.ts'
import type { Pool } from '#platform/database.ts'
import { refuse } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import { paths } from './paths.ts'
import { serverScope } from './program.ts'
import { serverProgramId } from './remote-way.ts'
import { updatePeerEnded, upsertPeer } from './store-peers.ts'
import { insertProgram, lockProgram, updateEnded, updateKeys } from './store-programs.ts'
import { deleteTokens } from './store-tokens.ts'

const peerSchema = z.object({
  id: z.uuid(),
  kind: z.enum(organisationKinds),
  name: z.string().trim().min(1).max(200),
  /** without a path: `https://oogmerk.voorbeeld.nl` */
  address: z
    .url({ protocol: /^https?$/ })
    .max(400)
    .transform((text) => text.replace(/\/$/, ''))
    .refine((text) => URL.parse(text)?.origin === text),
})

type Desk = { readonly pool: Pool; readonly inTransaction: InTransaction }

/**
 * For the operator's command line: an organisation works on another server. Post for it goes there, and post
 * that this server brings in its name is taken in, proved with the key that it publishes. Once more changes
 * the address. Refuses `invalid` with the name of the field, and `conflict: works-here`.
 */
export async function addPeer(desk: Desk, input: z.input<typeof peerSchema>): Promise<void> {
  const read = peerSchema.safeParse(input)
  if (!read.success) return refuse('invalid', String(read.error.issues[0]?.path[0] ?? 'input'))
  const peer = read.data
  if (!(await upsertPeer(desk.pool, peer))) refuse('conflict', 'works-here')
  const id = serverProgramId(peer.id)
  const place = { keysAt: peer.address + paths.keys }
  await desk.inTransaction(operatorOf(peer.id), 'manage-organisation', async (work) => {
    const scopes = [serverScope] as const
    const name = 'Server'
    const isNew = await insertProgram(work, {
      ...{ id, name, scopes, lines: [], place, madeBy: undefined },
    })
    if (!isNew) {
      await updateKeys(work, id, place)
      await deleteTokens(work, id)
    }
    work.audit({ act: isNew ? 'partners.peer' : 'partners.peer-address', subject: id })
  })
}

/** Nothing goes there or is taken in from there any more; what waits, keeps. Refuses `not-found`. */
export async function endPeer({ pool, inTransaction }: Desk, organisation: string): Promise<void> {
  if (!(await updatePeerEnded(pool, organisation))) refuse('not-found', 'no-such-peer')
  const id = serverProgramId(organisation)
  await inTransaction(operatorOf(organisation), 'manage-organisation', async (work) => {
    if (await lockProgram(work, id)) await updateEnded(work, id)
    await deleteTokens(work, id)
    work.audit({ act: 'partners.peer-end', subject: id })
  })
}

const operatorOf = (organisationId: string) =>
  ({ kind: 'system', name: 'command-line', organisationId }) as const
