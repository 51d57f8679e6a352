import type { Work } from '#platform/work.ts'
import { isScope, type Scope } from './program.ts'
import type { KeySet } from './public-keys.ts'
import { tables } from './tables.ts'

/** Where the public keys of a program are: here, or at an address of its own. */
export type KeyPlace = { readonly keys: KeySet } | { readonly keysAt: string }

export type Program = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** ids of the lines of the sharing table along which it may send */
  readonly lines: readonly string[]
  readonly place: KeyPlace
  readonly keysChangedAt: string
  readonly madeAt: string
  readonly usedAt: string | undefined
  readonly endedAt: string | undefined
}

type Row = {
  id: string
  name: string
  scopes: string[]
  lines: string[]
  keys: unknown
  keys_at: string | null
  keys_changed_at: string
  made_at: string
  used_at: string | null
  ended_at: string | null
}

const programFrom = (row: Row): Program => ({
  id: row.id,
  name: row.name,
  // A scope that this edition of the program does not know permits nothing.
  scopes: row.scopes.filter(isScope),
  lines: row.lines,
  place: row.keys_at === null ? { keys: row.keys as KeySet } : { keysAt: row.keys_at },
  keysChangedAt: row.keys_changed_at,
  madeAt: row.made_at,
  usedAt: row.used_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
})

const ours = (work: Work) =>
  tables(work.db)
    .selectFrom('partner_program')
    .selectAll()
    .where('organisation_id', '=', work.actor.organisationId)

/** By name, then by number. */
export const listPrograms = async (work: Work): Promise<readonly Program[]> =>
  (await ours(work).orderBy('name').orderBy('id').execute()).map(programFrom)

export async function findProgram(work: Work, id: string): Promise<Program | undefined> {
  const row = await ours(work).where('id', '=', id).executeTakeFirst()
  return row && programFrom(row)
}

/** The same, held until the commit: nobody ends it or changes its keys meanwhile. */
export async function lockProgram(work: Work, id: string): Promise<Program | undefined> {
  const row = await ours(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && programFrom(row)
}

const columns = (place: KeyPlace) =>
  'keys' in place
    ? { keys: JSON.stringify(place.keys), keys_at: null }
    : { keys: null, keys_at: place.keysAt }

export type NewProgram = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly lines: readonly string[]
  readonly place: KeyPlace
  readonly madeBy: string | undefined
}

/** Sent twice under one number, it stands there once; answers whether it is new. */
export async function insertProgram(work: Work, program: NewProgram): Promise<boolean> {
  const now = work.now.toString()
  const { numInsertedOrUpdatedRows } = await tables(work.db)
    .insertInto('partner_program')
    .values({
      organisation_id: work.actor.organisationId,
      id: program.id,
      name: program.name,
      scopes: [...program.scopes],
      lines: [...program.lines],
      ...columns(program.place),
      keys_changed_at: now,
      made_by: program.madeBy ?? null,
      made_at: now,
      used_at: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const change = (work: Work, id: string) =>
  tables(work.db)
    .updateTable('partner_program')
    .where('organisation_id', '=', work.actor.organisationId)
    .where('id', '=', id)

/** Other keys for a program that was looked at; one that had ended begins again. */
export const updateKeys = (work: Work, id: string, place: KeyPlace) =>
  change(work, id)
    .set({ ...columns(place), keys_changed_at: work.now.toString(), ended_at: null })
    .execute()

export const updateLines = (work: Work, id: string, lines: readonly string[]) =>
  change(work, id)
    .set({ lines: [...lines] })
    .execute()

export const updateEnded = (work: Work, id: string) =>
  change(work, id).set({ ended_at: work.now.toString() }).execute()

export const noteUsed = (work: Work, id: string): void =>
  work.leave(change(work, id).set({ used_at: work.now.toString() }).compile())
