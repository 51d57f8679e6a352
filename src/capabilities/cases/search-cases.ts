import { openRecord } from '#platform/keyring.ts'
import { wordsOf } from '#platform/plain-words.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { CaseState, Identity } from './case-file.ts'
import type { CaseMemory, Piece } from './case-memory.ts'
import { identityContext, openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { excerptOf } from './excerpt.ts'
import { caseWorker } from './find-case.ts'
import { openDocumentWords } from './read-document.ts'
import {
  listDocumentWords,
  listEntryWords,
  listRoleWords,
  listSealedCases,
  listSearchable,
  listTaskWords,
  type SearchableCase,
} from './store-search.ts'

export type CaseFind = {
  readonly id: string
  readonly code: string
  readonly state: CaseState
  readonly name: string
  /** where the first of the words stand, each with its page within the case when it has one */
  readonly excerpts: readonly Pick<Piece, 'at' | 'text'>[]
}

export type CaseFinds = {
  readonly found: readonly CaseFind[]
  /** the case with which the next search goes on, when there may be more */
  readonly next: string | undefined
}

const findsOnPage = 20
const excerptsPerCase = 3
/** Cases per question to the database, unless said otherwise. */
const casesPerQuestion = 1_000
/** Cases whose words are opened in one go: others who ask something do not wait for all of them. */
const openedAtOnce = 50

/**
 * Finds the cases, among those that this person may see, in which all these words stand, or words that begin
 * with them. The words of cases are opened in memory only: there is no index that somebody could steal.
 * Newest case first, and nothing else decides the order.
 */
export async function searchCases(
  work: Work,
  {
    desk,
    memory,
    portion = casesPerQuestion,
  }: { desk: CaseDesk; memory: CaseMemory; portion?: number },
  { text, before }: { text: string; before?: string | undefined },
): Promise<CaseFinds> {
  const actor = caseWorker(work)
  const wanted = [...new Set(wordsOf(text))]
  if (wanted.length === 0) return refuse('invalid', 'nothing-to-find')
  const found: CaseFind[] = []
  let from = before
  let more = true
  while (more && found.length < findsOnPage) {
    const rows = await listSearchable(work, actor, { before: from, limit: portion })
    more = rows.length === portion
    for (let at = 0; at < rows.length && found.length < findsOnPage; at += openedAtOnce) {
      const some = rows.slice(at, at + openedAtOnce)
      const words = await wordsOfAll(work, desk, memory, some)
      for (const row of some) {
        from = row.id
        const find = findIn(row, words.get(row.id) ?? [], wanted)
        if (find) found.push(find)
        if (found.length === findsOnPage) {
          more ||= row !== rows.at(-1)
          break
        }
      }
    }
  }
  for (const { id } of found) work.audit({ act: 'case.found', subject: id })
  work.audit({ act: 'case.search', details: { count: found.length } })
  return { found, next: more ? from : undefined }
}

function findIn(
  { id, code, state }: SearchableCase,
  pieces: readonly Piece[],
  wanted: readonly string[],
): CaseFind | undefined {
  const has = (word: string) => pieces.some(({ plain }) => plain.includes(` ${word}`))
  if (!wanted.every(has)) return undefined
  const excerpts = pieces
    .flatMap(({ at, text, plain }) =>
      wanted.some((word) => plain.includes(` ${word}`))
        ? [{ at, text: excerptOf(text, wanted) }]
        : [],
    )
    .slice(0, excerptsPerCase)
  return { id, code, state, name: pieces[0]?.text.split('\n')[0] ?? '', excerpts }
}

/** The opened words of these cases: what is remembered, and what must be opened anew. */
async function wordsOfAll(
  work: Work,
  desk: CaseDesk,
  memory: CaseMemory,
  rows: readonly SearchableCase[],
): Promise<ReadonlyMap<string, readonly Piece[]>> {
  const all = new Map<string, readonly Piece[]>()
  const unknown: SearchableCase[] = []
  for (const row of rows) {
    const known = memory.recall(nameOf(work, row), changedIn(row))
    if (known) all.set(row.id, known)
    else unknown.push(row)
  }
  if (unknown.length === 0) return all
  const ids = unknown.map(({ id }) => id)
  const organisationKey = await desk.keyring.keyOf(work)
  const [cases, entries, tasks, roles, documents] = await Promise.all([
    listSealedCases(work, ids),
    listEntryWords(work, ids),
    listTaskWords(work, ids),
    listRoleWords(work, ids),
    listDocumentWords(work, ids),
  ])
  const sealedOf = new Map(cases.map((one) => [one.id, one]))
  const entriesOf = Map.groupBy(entries, (one) => one.case_id)
  const tasksOf = Map.groupBy(tasks, (one) => one.case_id)
  const rolesOf = Map.groupBy(roles, (one) => one.case_id)
  const documentsOf = Map.groupBy(documents, (one) => one.case_id)
  for (const row of unknown) {
    const sealed = sealedOf.get(row.id)
    if (!sealed) continue
    const key = await openCaseKey(work, desk.keyring, sealed)
    const identity = openRecord<Identity>(
      organisationKey,
      identityContext(work, row.id),
      sealed.identity_key,
      sealed.identity,
    )
    const pieces = [
      pieceOf(undefined, Object.values(identity)),
      pieceOf(undefined, textsIn(key.open(places.question, sealed.content))),
      ...(entriesOf.get(row.id) ?? []).map(({ id, kind, version, content }) =>
        // What was done with the case has no page of its own.
        pieceOf(
          kind === 'event' ? undefined : `regels/${id}`,
          textsIn(key.open(places.entry(id, version), content)),
        ),
      ),
      ...(tasksOf.get(row.id) ?? []).map(({ id, content }) =>
        pieceOf(`taken/${id}`, textsIn(key.open(places.task(id), content))),
      ),
      ...(rolesOf.get(row.id) ?? []).map(({ id, content }) =>
        pieceOf('rollen', textsIn(key.open(places.role(id), content))),
      ),
      // Its name stands on the line that says it was added, and was read with the entries.
      ...(documentsOf.get(row.id) ?? []).map((one) =>
        pieceOf('documenten', [openDocumentWords(work, key, one)?.note ?? '']),
      ),
    ]
    memory.keep(nameOf(work, row), changedIn(row), pieces)
    all.set(row.id, pieces)
  }
  return all
}

const nameOf = (work: Work, { id }: SearchableCase): string => `${work.actor.organisationId}:${id}`

const changedIn = (row: SearchableCase): string => `${row.changed_at} ${row.identity_version}`

/** Sealed with the words, but a code or a date that nobody typed. */
const codes = ['how', 'origin', 'on', 'observed', 'outcome', 'role']

/** Every sentence in sealed words, whatever they are of. */
const textsIn = (words: unknown): string[] => {
  if (typeof words === 'string') return [words]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([name, text]) =>
    codes.includes(name) ? [] : textsIn(text),
  )
}

function pieceOf(at: string | undefined, texts: readonly string[]): Piece {
  const text = texts.filter((one) => one !== '').join('\n')
  return { at, text, plain: ` ${wordsOf(text).join(' ')} ` }
}
