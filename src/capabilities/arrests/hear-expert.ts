import {
  AnswerInWords,
  type FactSource,
  findParty,
  hearConsultation,
  type MessageHandler,
  settledConsultation,
} from '#capabilities/sharing/index.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { ArrestDesk } from './desk.ts'
import { openFile, places } from './file-key.ts'
import type { NoteWords } from './note.ts'
import { findRowToHear, updateFile } from './store.ts'
import { insertHeard } from './store-notes.ts'

/** The expert group is asked by a delivery out of a file, and its answer comes back into that file. */
export const expertConsults = {
  answer: 'arrests.consultation',
  whom: [
    { kind: 'expert-group', role: 'expert' },
    { kind: 'expert-group', role: 'trafficking-detective' },
  ],
} as const

/** An answer of the expert group: a contact in the file, with who and when. It counts as a consultation. */
export const expertHandler = (
  desk: ArrestDesk,
  sources: readonly FactSource[],
): MessageHandler<AnswerInWords> => ({
  kind: expertConsults.answer,
  schema: AnswerInWords,
  async receive(work, { from, body: { disclosure, by, capacity, words: agreed } }) {
    const { fileId, body: asked } = await hearConsultation(
      work,
      { ...desk, sources },
      {
        ...{ from, disclosure, kind: expertConsults.answer, by: `${by}, ${capacity}` },
      },
    )
    const row = (await findRowToHear(work, fileId)) ?? refuse('not-found', 'no-such-file')
    const { key } = await openFile(work, desk.keyring, row)
    const id = newId()
    const who = `${by}, ${capacity}, ${asked.to.organisation}`
    const expert = (await findParty(work, from)) ?? refuse('not-found', 'no-such-organisation')
    // What an expert thinks of it stays a thought, and theirs, when it is passed on.
    const words: NoteWords = {
      ...{ who, way: 'message', agreed },
      ...{ firstFrom: expert.name, firstKind: expert.kind, via: [] },
    }
    await insertHeard(work, {
      ...{ file_id: fileId, id, kind: 'contact', code: 'expert-group' },
      happened_at: work.now.toString(),
      content: key.seal(places.note(id), words),
    })
    await updateFile(work, fileId)
    work.audit({ act: `${row.kind}.consultation`, subject: fileId, details: { from } })
  },
  settled: (work, message) => settledConsultation(work, desk, message),
})
