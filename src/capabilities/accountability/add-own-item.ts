import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { OwnItemContent } from './own-item.ts'
import { insertItemEvent, insertOwnItem, itemColumnsFrom, type Place } from './own-items-store.ts'

type Origin = {
  readonly happenedOn?: string | undefined
  readonly says?: string
  readonly evidence?: string
  /** where it was found, when it was */
  readonly place?: Place
  readonly key: string | undefined
}

/** Puts an item in the register; nothing was done about it yet. Answers '' for a form that was sent before. */
export async function addOwnItem(
  work: Work,
  content: OwnItemContent,
  { happenedOn, says = '', evidence = '', place, key }: Origin,
): Promise<string> {
  const actor = registrar(work)
  const columns = itemColumnsFrom(content)
  const id = await insertOwnItem(work, actor, { ...columns, state: 'open', key: key ?? null })
  if (!id) {
    work.audit({ act: 'item.add-again' })
    return ''
  }
  await insertItemEvent(work, actor, id, {
    kind: 'added',
    state: 'open',
    happened_on: happenedOn ?? null,
    says,
    evidence,
    place,
    key: undefined,
  })
  work.audit({ act: 'item.add', subject: id })
  return id
}
