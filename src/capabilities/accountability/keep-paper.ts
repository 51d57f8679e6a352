import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { plainNames } from './found.ts'
import {
  confirmSureFinds,
  findOwnPaper,
  findPaperByReference,
  holdReference,
  listFinds,
  updateOwnPaper,
} from './own-papers-store.ts'

/** Which paper it is, as a person says it. */
export type PaperHead = {
  /** nothing where none is printed */
  readonly reference: string | undefined
  readonly kind: string
  readonly title: string
  /** ISO date */
  readonly dated: string
}

/** Says which paper this is. From then on it is in the register, and its finds can be judged. */
export async function keepPaper(work: Work, id: string, head: PaperHead): Promise<void> {
  registrar(work)
  const row = (await findOwnPaper(work, id, true)) ?? refuse('not-found', 'no-such-paper')
  const { reference = null, ...said } = head
  if (reference !== null) await holdReference(work, reference)
  const other = reference === null ? undefined : await findPaperByReference(work, reference)
  if (other && other.id !== id) refuse('conflict', 'paper-is-there')
  await updateOwnPaper(work, id, { ...said, reference, state: 'kept' })
  work.audit({ act: row.state === 'kept' ? 'paper.change' : 'paper.keep', subject: id })
}

/** Puts aside a paper that should not have been read; only while nothing of it counts. */
export async function setPaperAside(work: Work, id: string): Promise<void> {
  registrar(work)
  const found = await findOwnPaper(work, id, true)
  if (!found) refuse('not-found', 'no-such-paper')
  const finds = await listFinds(work, id)
  const counts = finds.some(({ verdict }) => verdict === 'confirmed' || verdict === 'corrected')
  if (counts) refuse('conflict', 'paper-counts')
  await updateOwnPaper(work, id, { state: 'set-aside' })
  work.audit({ act: 'paper.set-aside', subject: id })
}

/** Confirms all names in a paper about which the reader was sure; what becomes an item never is. Doing it again changes nothing. */
export async function confirmSure(work: Work, id: string): Promise<void> {
  const actor = registrar(work)
  const row = (await findOwnPaper(work, id, true)) ?? refuse('not-found', 'no-such-paper')
  if (row.state !== 'kept') refuse('conflict', 'paper-first')
  const count = await confirmSureFinds(work, actor, id, plainNames)
  work.audit({ act: 'paper.confirm-sure', subject: id, details: { count } })
}
