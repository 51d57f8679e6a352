import { roadsOutOf, type SharingDesk } from '#capabilities/sharing/index.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { programManager } from './access.ts'
import type { Scope } from './program.ts'
import {
  findProgram,
  insertProgram,
  type KeyPlace,
  listPrograms,
  lockProgram,
  type Program,
  updateEnded,
  updateKeys,
  updateLines,
} from './store-programs.ts'
import { deleteTokens } from './store-tokens.ts'
import { deleteWebhook, findWebhook, type Webhook } from './store-webhooks.ts'

/** Every program of the organisation, those that ended too. */
export async function readPrograms(work: Work): Promise<readonly Program[]> {
  programManager(work.actor)
  const programs = await listPrograms(work)
  work.audit({ act: 'partners.read', details: { count: programs.length } })
  return programs
}

/** Along which lines a program of this organisation can send at all. */
export async function readLineChoices(work: Work, desk: SharingDesk, language: Language) {
  programManager(work.actor)
  const lines = await roadsOutOf(work, desk, language)
  work.audit({ act: 'partners.read-lines', details: { count: lines.length } })
  return lines
}

export type ProgramView = { readonly program: Program; readonly webhook: Webhook | undefined }

export async function readProgram(work: Work, id: string): Promise<ProgramView> {
  programManager(work.actor)
  const program = (await findProgram(work, id)) ?? refuse('not-found', 'no-such-program')
  work.audit({ act: 'partners.read', subject: id })
  return { program, webhook: await findWebhook(work, id) }
}

export type Registration = {
  /** sent twice under one number, it stands there once */
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly lines: readonly string[]
  readonly place: KeyPlace
}

/** Lets a program in. From now on it can get tokens with its own key. */
export async function registerProgram(work: Work, registration: Registration): Promise<void> {
  const { personId } = programManager(work.actor)
  const isNew = await insertProgram(work, { ...registration, madeBy: personId })
  work.audit({
    act: isNew ? 'partners.register' : 'partners.register-again',
    subject: registration.id,
    details: { scopes: registration.scopes.join(',') },
  })
  if (isNew) noteLines(work, registration.id, registration.lines)
}

/** Other keys: what was signed with the old ones is worth nothing any more, and its tokens end. */
export async function changeKeys(work: Work, id: string, place: KeyPlace): Promise<void> {
  await lockLive(work, id)
  await updateKeys(work, id, place)
  await deleteTokens(work, id)
  work.audit({ act: 'partners.keys', subject: id })
}

/** Along which lines it may send from now on: also with a token that it holds. */
export async function changeLines(work: Work, id: string, lines: readonly string[]): Promise<void> {
  const { scopes } = await lockLive(work, id)
  if (!scopes.includes('deliveries:send')) refuse('conflict', 'sends-nothing')
  await updateLines(work, id, lines)
  work.audit({ act: 'partners.lines', subject: id, details: { count: lines.length } })
  noteLines(work, id, lines)
}

/** Each line that was given stands in the trail by itself. */
const noteLines = (work: Work, id: string, lines: readonly string[]): void => {
  for (const line of lines) {
    work.audit({ act: 'partners.line-given', subject: id, details: { line } })
  }
}

/** From this moment on the program gets nothing more, also with a token that it holds. */
export async function endProgram(work: Work, id: string): Promise<void> {
  await lockLive(work, id)
  await updateEnded(work, id)
  await deleteTokens(work, id)
  await deleteWebhook(work, id)
  work.audit({ act: 'partners.end', subject: id })
}

async function lockLive(work: Work, id: string): Promise<Program> {
  programManager(work.actor)
  const program = (await lockProgram(work, id)) ?? refuse('not-found', 'no-such-program')
  return program.endedAt ? refuse('conflict', 'program-ended') : program
}
