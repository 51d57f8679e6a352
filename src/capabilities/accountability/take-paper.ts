import type { Paper } from '#capabilities/papers/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { foundIn, mostFound } from './found.ts'
import {
  findPaperByFile,
  findPaperByReference,
  insertFinds,
  insertPaper,
} from './own-papers-store.ts'
import { isReference } from './reference.ts'

/** Leave to send a paper: asked before a byte of it is read. */
export async function beginPaper(work: Work): Promise<void> {
  registrar(work)
  work.audit({ act: 'paper.begin' })
}

/** A paper that was read, and the SHA-256 of the bytes it was read from. */
export type TakenPaper = { readonly paper: Paper; readonly sha256: Buffer }

/** Which paper it is, and whether it was there before. */
export type Taken = { readonly id: string; readonly known: boolean }

/**
 * Keeps a paper with everything that was found in it: whole, or not at all. Nothing of it counts before a person
 * looked. The same file, or a paper whose name is kept already, is recognised and not taken again.
 */
export async function takePaper(work: Work, { paper, sha256 }: TakenPaper): Promise<Taken> {
  const actor = registrar(work)
  const found = foundIn(paper)
  // An answer that was not published yet has no name that leads to it.
  const reference = paper.id !== null && isReference(paper.id) ? paper.id : null
  if (found.length > mostFound) refuse('conflict', 'too-much-found')
  const known =
    (await findPaperByFile(work, sha256)) ??
    (reference === null ? undefined : await findPaperByReference(work, reference))
  if (known) return again(work, known.id)
  const id = await insertPaper(work, actor, {
    sha256,
    reference,
    kind: paper.kind,
    title: (paper.title ?? '').slice(0, 300).toWellFormed(),
    dated: paper.date,
    body: paper.text,
  })
  // Somebody sent the same at the same moment: theirs is the one.
  if (!id) {
    const theirs = await findPaperByFile(work, sha256)
    return theirs ? again(work, theirs.id) : refuse('conflict', 'paper-was-taken')
  }
  if (found.length > 0) await insertFinds(work, id, found)
  work.audit({ act: 'paper.take', subject: id, details: { found: found.length } })
  return { id, known: false }
}

function again(work: Work, id: string): Taken {
  work.audit({ act: 'paper.take-again', subject: id })
  return { id, known: true }
}
