import { dutchDayOf } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import type { LetterContent } from './letter.ts'
import { getLetter } from './read-letter.ts'
import { findCorrection, findLetter, insertLetter, writeVersion } from './store.ts'

/**
 * Begins a letter that corrects one that is published: everything that stands in that one, and that it corrects it. The
 * published letter stays as it is. Where a correction was begun already, that one goes on.
 */
export async function correctLetter(work: Work, id: string): Promise<string> {
  const actor = writer(work)
  const row = (await findLetter(work, id, true)) ?? refuse('not-found', 'no-such-letter')
  if (row.published_at === null) return refuse('conflict', 'letter-is-not-published')
  const begun = await findCorrection(work, id)
  if (begun) {
    work.audit({ act: 'letter.correct-again', subject: begun.id, details: { corrects: id } })
    return begun.id
  }
  const { content } = await getLetter(work, id)
  const correction = newId()
  await insertLetter(work, actor, { id: correction, title: content.title, corrects: id })
  await writeVersion(work, actor, correction, {
    ...{ version: 1, change: 'began', blockId: undefined },
    content: {
      ...afresh(content),
      corrects: { id, title: row.title, on: dutchDayOf(row.published_at) },
    },
  })
  work.audit({ act: 'letter.correct', subject: correction, details: { corrects: id } })
  return correction
}

/** As it stands, and nobody changed anything of it yet. */
const afresh = (content: LetterContent): LetterContent => ({
  ...content,
  frameChangedIn: 1,
  blocks: content.blocks.map((block) => ({ ...block, changedIn: 1 })),
})
