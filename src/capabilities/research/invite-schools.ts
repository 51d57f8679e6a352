import { seal } from '#platform/crypto.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { waveIn } from './get-wave.ts'
import { deleteDrafts } from './intake-store.ts'
import {
  findInvitation,
  listInvitations,
  noteAddresses,
  noteCodes,
  noteReminded,
} from './invitation-store.ts'
import { deleteLettersTo, insertLetters } from './letter-store.ts'
import { addressContext, letterContext } from './school-letter.ts'
import { codeMac, newCode } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'

/** Mail addresses by school; of schools outside the sample nothing is kept. Answers how many were taken. */
export async function addAddresses(
  work: Work,
  { keyring }: SurveyDesk,
  id: string,
  addresses: ReadonlyMap<string, string>,
): Promise<number> {
  researcher(work)
  await waveIn(work, id, 'drawn', 'open')
  const key = await keyring.keyOf(work)
  const sealed = [...addresses].map(([school, address]) => ({
    school,
    sealed: seal(key, Buffer.from(address), addressContext(id, school)),
  }))
  const rows = await noteAddresses(work, id, sealed)
  work.audit({ act: 'survey.add-addresses', subject: id, details: { rows } })
  return rows
}

/** Writes to every school with an address that was not invited yet. Answers how many letters are on their way. */
export async function inviteByMail(work: Work, desk: SurveyDesk, id: string): Promise<number> {
  researcher(work)
  await waveIn(work, id, 'open')
  const schools = await listInvitations(work, id)
  const invited = schools.filter(
    (each) => each.address !== null && each.invited_on === null && each.answered_by === null,
  )
  const key = await desk.keyring.keyOf(work)
  const codes = invited.map(({ school }) => ({ school, code: newCode() }))
  await noteCodes(work, id, 'mail', dutchDay(work.now), macsOf(desk, codes))
  await insertLetters(
    work,
    id,
    codes.map(({ school, code }) => ({
      ...{ school, kind: 'invitation' as const },
      sealed: (letter) => seal(key, Buffer.from(code), letterContext(letter)),
    })),
  )
  work.audit({ act: 'survey.invite', subject: id, details: { way: 'mail', schools: codes.length } })
  return codes.length
}

export type PaperInvitation = {
  readonly school: string
  readonly name: string
  readonly municipality: string | undefined
  readonly code: string
}

/** `replaces`: codes that schools have already are made worthless. */
type Replacing = { readonly replaces?: boolean }

export type GivenCode =
  | ({ readonly ok: true } & PaperInvitation)
  | { readonly ok: false; readonly because: 'has-a-code'; readonly name: string }

/**
 * Codes for letters on paper, for every school that has no address and did not answer. They are answered here, once.
 * New ones make that those before open nothing, and those may be in the post: refuses `invalid: codes-are-out` unless
 * they are to be replaced.
 */
export async function inviteOnPaper(
  work: Work,
  desk: SurveyDesk,
  id: string,
  { replaces = false }: Replacing = {},
): Promise<readonly PaperInvitation[]> {
  researcher(work)
  await waveIn(work, id, 'open')
  const schools = await listInvitations(work, id)
  const written = schools.filter(({ address, answered_by, way }) => {
    return address === null && answered_by === null && way !== 'telephone'
  })
  if (!replaces && written.some(({ way }) => way === 'paper')) refuse('invalid', 'codes-are-out')
  const letters = written.map(({ school, name, municipality }) => ({
    ...{ school, name, code: newCode() },
    municipality: municipality ?? undefined,
  }))
  await noteCodes(work, id, 'paper', dutchDay(work.now), macsOf(desk, letters))
  const details = { way: 'paper', schools: letters.length }
  work.audit({ act: 'survey.invite', subject: id, details })
  return letters
}

/**
 * A new code for one school, to read aloud. One that it has already, in a letter or a mail, is replaced only when that is
 * meant: that one opens nothing any more, and what was filled in under it is gone.
 */
export async function giveCode(
  work: Work,
  desk: SurveyDesk,
  id: string,
  { school, replaces = false }: { readonly school: string } & Replacing,
): Promise<GivenCode> {
  researcher(work)
  await waveIn(work, id, 'open')
  const found = (await findInvitation(work, id, school)) ?? refuse('not-found', 'no-such-school')
  if (found.answered_by !== null) return refuse('conflict', 'answered-already')
  const { name, municipality } = found
  if (found.code_mac) {
    if (!replaces) {
      work.audit({ act: 'survey.give-code', subject: id, details: { refused: 'has-a-code' } })
      return { ok: false, because: 'has-a-code', name }
    }
    await deleteDrafts(work, id, found.code_mac)
  }
  await deleteLettersTo(work, id, school)
  const code = newCode()
  await noteCodes(work, id, 'telephone', dutchDay(work.now), macsOf(desk, [{ school, code }]))
  work.audit({ act: 'survey.give-code', subject: id })
  return { ok: true, school, name, municipality: municipality ?? undefined, code }
}

/** Writes once more to who was invited by mail and did not answer, at most once a day. No code stands in it. */
export async function remindSchools(work: Work, desk: SurveyDesk, id: string): Promise<number> {
  researcher(work)
  await waveIn(work, id, 'open')
  const today = dutchDay(work.now)
  const schools = await listInvitations(work, id)
  const silent = schools.filter(
    (each) =>
      each.way === 'mail' &&
      each.address !== null &&
      each.answered_by === null &&
      // Who never got the code is not told to look for it.
      each.undelivered === null &&
      each.invited_on !== null &&
      each.invited_on !== today &&
      each.reminded_on !== today,
  )
  const key = await desk.keyring.keyOf(work)
  await insertLetters(
    work,
    id,
    silent.map(({ school }) => ({
      ...{ school, kind: 'reminder' as const },
      sealed: (letter) => seal(key, Buffer.from(''), letterContext(letter)),
    })),
  )
  await noteReminded(
    work,
    id,
    today,
    silent.map(({ school }) => school),
  )
  work.audit({ act: 'survey.remind', subject: id, details: { schools: silent.length } })
  return silent.length
}

const macsOf = (
  { surveyKey }: SurveyDesk,
  codes: readonly { readonly school: string; readonly code: string }[],
) => codes.map(({ school, code }) => ({ school, mac: codeMac(surveyKey, code) }))
