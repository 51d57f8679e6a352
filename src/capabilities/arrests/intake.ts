import type { Intake, ReceivedItem } from '#capabilities/sharing/index.ts'
import { dutchTimeZone, Temporal } from '#platform/clock.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { isCertified, mayWorkOnArrests } from './access.ts'
import type { ArrestDesk } from './desk.ts'
import type { FileKind } from './file.ts'
import { receivedIndex } from './file-key.ts'
import { findToWrite } from './find-file.ts'
import { listOpenFiles, onePage } from './list-files.ts'
import type { NoteKind, NoteWords } from './note.ts'
import { fileTitle } from './page-file.ts'
import { paths } from './paths.ts'
import { sharedKinds } from './sharing-kinds.ts'
import { findFileRow, findOpenId, updateFile } from './store.ts'
import { findTakenId, markRecalledRows } from './store-notes.ts'
import { t } from './words.ts'
import { addNote } from './write-note.ts'

/** What other organisations delivered, into one kind of file: with where it first came from. */
export const intake = (desk: ArrestDesk, kind: FileKind): Intake => ({
  kind: sharedKinds[kind],
  path: (id) => paths.file({ kind, id }),
  async maySee(work, id) {
    const { actor } = work
    return mayWorkOnArrests(actor) && (await findFileRow(work, actor, { kind, id })) !== undefined
  },
  async listFiles(work, language) {
    return listChoices(work, desk, { kind, language, most: onePage })
  },
  async findByReference(work, reference) {
    const { actor } = work
    return mayWorkOnArrests(actor) ? findOpenId(work, actor, kind, reference) : undefined
  },
  async take(work, fileId, item, language) {
    const place = { kind, id: fileId }
    const found = await findToWrite(work, desk, place)
    const act = `${kind}.take-in`
    const fromIndex = await receivedIndex(work, desk.keyring, fileId, item.id)
    if (await findTakenId(work, fileId, fromIndex)) {
      work.audit({ act: `${act}-again`, subject: fileId })
    } else {
      const at = momentOf(item, work.now)
      const words = wordsOf(item, language)
      await addNote(work, found, { kind: kindOf(item), at, words, act, fromIndex })
    }
    return { path: paths.file(place) }
  },
  async refOf(work, fileId, itemId) {
    return findTakenId(work, fileId, await receivedIndex(work, desk.keyring, fileId, itemId))
  },
  async recalled(work, fileId, itemId) {
    const fromIndex = await receivedIndex(work, desk.keyring, fileId, itemId)
    const marked = await markRecalledRows(work, fileId, fromIndex)
    if (marked === 0) return
    await updateFile(work, fileId)
    work.audit({ act: `${kind}.mark-recalled`, subject: fileId, details: { count: marked } })
  },
})

/** Files to choose from, by reference and, of the newest, by name; none for who may not write in one. */
export async function listChoices(
  work: Work,
  desk: ArrestDesk,
  { kind, language, most }: { kind: FileKind; language: Language; most?: number },
): Promise<{ id: string; title: string }[]> {
  const may = kind === 'arrest' ? mayWorkOnArrests(work.actor) : isCertified(work.actor)
  if (!may) return []
  const files = await listOpenFiles(work, desk, { kind, ...(most ? { most } : {}) })
  return files.map(({ id, reference, name }) => {
    const title = fileTitle(language, { kind, reference })
    return {
      id,
      title: name === undefined ? title : `${title}, ${name || t(language).list.unnamed}`,
    }
  })
}

/** A thought of somebody else stays a thought, and words of the young person stay theirs. */
const kindOf = ({ fact }: ReceivedItem): NoteKind =>
  fact.kind === 'interpretation' || fact.kind === 'own-words' ? fact.kind : 'fact'

/** The middle of the day it was, or that it was received: only the day is known. Never later than now. */
function momentOf({ fact, receivedOn }: ReceivedItem, now: Temporal.Instant): Temporal.Instant {
  const noon = Temporal.PlainDate.from(fact.on ?? receivedOn)
    .toZonedDateTime({ timeZone: dutchTimeZone, plainTime: '12:00' })
    .toInstant()
  return Temporal.Instant.compare(noon, now) > 0 ? now : noon
}

function wordsOf(item: ReceivedItem, language: Language): NoteWords {
  const { fact, from } = item
  const { organisation, kind, via } = fact.origin
  const beside = fact.beside ?? []
  return {
    ...(fact.kind === 'own-words' ? { quote: fact.text } : { text: fact.text }),
    ...(beside.length === 0 ? {} : { innocent: beside.join('\n') }),
    source: t(language).sharing.received(from.name, fact.source),
    ...(fact.moment ? { moment: fact.moment } : {}),
    // A name or a decision of theirs stands among the facts here, and stays what it was when it is passed on.
    ...(kindOf(item) === fact.kind ? {} : { kindThere: fact.kind }),
    firstFrom: organisation,
    firstKind: kind,
    via,
  }
}
