import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { addOwnItem } from './add-own-item.ts'
import { listOwnItems } from './own-items-store.ts'
import type { Parliament } from './parliament.ts'
import { stateOf } from './register-item.ts'
import { tellOwnItem } from './tell-own-item.ts'

/** A letter that everybody reads now. */
export type Discharging = {
  /** what is told of each item */
  readonly says: string
  /** its public page here, without the language */
  readonly path: string
  /** ISO date */
  readonly on: string
}

/**
 * What a published letter discharges is done, with the letter as evidence. What stood only in the public papers is kept by
 * this ministry from then on. What is done already, or left the register meanwhile, stays as it is.
 */
export async function dischargeItems(
  work: Work,
  { findItem }: Pick<Parliament, 'findItem'>,
  ids: readonly string[],
  { says, path, on }: Discharging,
): Promise<void> {
  registrar(work)
  const done = { state: 'done', happenedOn: on, says, evidence: path } as const
  const kept = await listOwnItems(work)
  const gone = new Set((await listOwnItems(work, true)).map((row) => row.public_item))
  for (const id of ids) {
    const own = kept.filter((row) => row.id === id || row.public_item === id)
    for (const row of own.filter(({ state }) => state !== 'done')) {
      await tellOwnItem(work, row.id, done)
    }
    const item = own.length > 0 || gone.has(id) ? undefined : findItem(id)
    if (!item || stateOf(item) === 'done') continue
    const content = {
      ...{ kind: item.kind, title: item.title.nl, says: item.says.nl, by: item.by },
      ...{ raisedOn: item.raisedOn ?? undefined, raisedIn: item.raisedIn ?? undefined },
      ...{ wantedWords: item.wanted?.words.nl ?? '', wantedUntil: item.wanted?.until },
      ...{ laterToldOn: item.laterToldOn, publicItem: id },
    }
    await tellOwnItem(work, await addOwnItem(work, content, { key: undefined }), done)
  }
}
