import type { FactSource, FileEvent, Intake, ShareableFact } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { assessors, mayHaveDossiers, maySee } from './access.ts'
import { actIn } from './act-in-dossier.ts'
import { assessmentKind } from './assessment-message.ts'
import type { DossierDesk } from './desk.ts'
import { openDossierKey, places } from './dossier-key.ts'
import type { DossierWords, FactWords } from './dossier-words.ts'
import { type FoundDossier, findDossier } from './find-dossier.ts'
import { step } from './non-punishment.ts'
import { paths } from './paths.ts'
import {
  findDossierRow,
  findKeyRow,
  insertEvent,
  listCircle,
  listDossierRows,
  updateDossier,
} from './store.ts'
import { findReceived, insertFact, listFacts, markRecalled } from './store-contents.ts'
import { t } from './words.ts'

/** The newest, to choose from; any other is found by its reference. */
const most = 100

/** A dossier as a file out of which facts are chosen, each with where it first came from. */
export const dossierSource = (desk: DossierDesk): FactSource => ({
  kind: 'dossier',
  consults: { answer: assessmentKind, whom: assessors },
  async open(work, id, lock) {
    const { row } = await findDossier(work, id, lock)
    return {
      title: (language) => t(language).page.title(row.code),
      list: () => listShareable(work, desk, row),
      note: (event) => noteInDossier(work, desk, id, event),
    }
  },
  listFiles: (work, language) => dossierIntake(desk).listFiles(work, language),
  path: paths.dossier,
  async keepers(work, id, people) {
    if (!(await findKeyRow(work, id))) return { sharers: [], heirs: [] }
    const circle = (await listCircle(work, id)).map(({ person_id }) => person_id)
    const inCircle = (one: PersonActor) => circle.includes(one.personId)
    const forsaken = !people.some((one) => inCircle(one) && mayHaveDossiers(one))
    const sees = (one: PersonActor) => maySee(one, { inCircle: inCircle(one), forsaken })
    return { sharers: people.filter(sees).map(({ personId }) => personId), heirs: [] }
  },
  hear: (work, id, event) => noteInDossier(work, desk, id, event),
})

async function listShareable(
  work: Work,
  { keyring }: DossierDesk,
  row: FoundDossier['row'],
): Promise<ShareableFact[]> {
  const seal = await openDossierKey(work, keyring, row)
  const rows = await listFacts(work, row.id)
  return rows
    .filter((one) => !one.withdrawn_at && !one.recalled_at)
    .map((one) => {
      const { text, source, moment, beside, origin } = seal.open<FactWords>(
        places.fact(one.id),
        one.content,
      )
      const { organisation, kind, via } = origin
      return {
        ref: one.id,
        kind: one.kind,
        text,
        source,
        beside,
        ...(one.happened_on ? { on: one.happened_on } : {}),
        ...(moment ? { moment } : {}),
        // Written down by hand: who saw it stands in the source, and the fact is this office's own.
        ...(kind ? { origin: { organisation, kind, via } } : {}),
      }
    })
}

/** What became of a delivery, in the history of the dossier that it came from. */
async function noteInDossier(
  work: Work,
  desk: DossierDesk,
  id: string,
  { what, to, words, asks }: FileEvent,
): Promise<void> {
  const row = (await findKeyRow(work, id, true)) ?? refuse('not-found', 'no-such-dossier')
  const seal = await openDossierKey(work, desk.keyring, row)
  const eventId = newId()
  await insertEvent(work, {
    dossier_id: id,
    id: eventId,
    kind: asks ? 'ask' : `share-${what}`,
    content: seal.seal(places.event(eventId), { whom: to, text: words ?? '' }),
  })
  if (!asks) return
  const next = step('ask', { state: row.state, basis: row.basis ?? undefined })
  if (next.ok) await updateDossier(work, id, { state: next.state, basis: next.basis ?? null })
  work.audit({ act: 'dossier.ask', subject: id })
}

/** A dossier as a file into which received facts are taken, with their whole origin. */
export const dossierIntake = (desk: DossierDesk): Intake => ({
  kind: 'dossier',
  path: paths.dossier,
  async maySee(work, fileId) {
    const { actor } = work
    return mayHaveDossiers(actor) && (await findDossierRow(work, actor, fileId)) !== undefined
  },
  async listFiles(work) {
    if (!mayHaveDossiers(work.actor)) return []
    const rows = await listDossierRows(work, work.actor, { most })
    return Promise.all(
      rows.map(async (row) => {
        const seal = await openDossierKey(work, desk.keyring, row)
        const { name } = seal.open<DossierWords>(places.head, row.content)
        return { id: row.id, title: `${name} (${row.code})` }
      }),
    )
  },
  // Also a decided one: a fact that came in is a reason to reopen it.
  async findByReference(work, reference) {
    const { actor } = work
    if (!mayHaveDossiers(actor)) return undefined
    const code = reference.toUpperCase()
    const rows = await listDossierRows(work, actor, { most: 1, code })
    return rows.find((row) => row.code === code)?.id
  },
  async take(work, fileId, item) {
    const { fact } = item
    await findDossier(work, fileId, true)
    if (await findReceived(work, { dossierId: fileId, receivedId: item.id })) {
      work.audit({ act: 'dossier.take-fact-again', subject: fileId })
    } else {
      await actIn(work, desk, fileId, { kind: 'take-fact' }, async ({ seal }) => {
        const id = newId()
        const words: FactWords = {
          text: fact.text,
          source: fact.source,
          moment: fact.moment ?? '',
          beside: fact.beside ?? [],
          origin: fact.origin,
        }
        await insertFact(work, {
          dossier_id: fileId,
          id,
          kind: fact.kind,
          happened_on: fact.on ?? null,
          added_at: work.now.toString(),
          received_id: item.id,
          recalled_at: null,
          withdrawn_at: null,
          content: seal.seal(places.fact(id), words),
        })
        return { about: id }
      })
    }
    return { path: paths.dossier(fileId) }
  },
  async refOf(work, fileId, itemId) {
    return (await findReceived(work, { dossierId: fileId, receivedId: itemId }))?.id
  },
  async recalled(work, fileId, itemId) {
    const taken = await findReceived(work, { dossierId: fileId, receivedId: itemId })
    if (!taken || taken.recalled_at) return
    await markRecalled(work, { dossierId: fileId, receivedId: itemId })
    await insertEvent(work, {
      dossier_id: fileId,
      id: newId(),
      kind: 'recall-fact',
      about: taken.id,
    })
    work.audit({ act: 'dossier.recall-fact', subject: fileId, details: { about: taken.id } })
  },
})
