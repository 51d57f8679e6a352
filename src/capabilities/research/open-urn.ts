import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { seal } from '#platform/crypto.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import type { Answers } from './answers.ts'
import { halfFits, joinHalves, openEnvelope } from './envelope.ts'
import { filled } from './equal-length.ts'
import { waveIn } from './get-wave.ts'
import { emptyUrn, insertAnswers, listEnvelopes } from './intake-store.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { listStrata, noteCell, updateWave } from './wave-store.ts'
import { joinSmall } from './weights.ts'

/** What lies in an envelope. */
export type Enclosed = { readonly stratum: string; readonly answers: Answers }

const enclosed = z.strictObject({
  stratum: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
}) satisfies z.ZodType<Enclosed>

export type OpenedUrn =
  | { readonly ok: true; readonly answers: number }
  | { readonly ok: false; readonly because: 'too-few' }
  /** `fits`: the one of the two that is right, where that can be told */
  | {
      readonly ok: false
      readonly because: 'key-does-not-fit'
      readonly fits: 'one' | 'other' | undefined
    }

/** The context under which an opened answer is sealed. */
export const answerContext = (wave: string, id: string): string => `survey-answer:${wave}:${id}`

/**
 * Opens every envelope of a closed wave, once, with the halves of both keepers. Each answer gets an id of chance and
 * is written in the order of those ids, with the strata that are told together instead of its own; then the urn is
 * emptied. Refused while there are fewer answers than may be told together.
 */
export async function openUrn(
  work: Work,
  { surveys, keyring }: SurveyDesk,
  id: string,
  halves: readonly [string, string],
): Promise<OpenedUrn> {
  researcher(work)
  const { public_key, first_key } = await waveIn(work, id, 'closed')
  const refused = (because: 'key-does-not-fit' | 'too-few') =>
    work.audit({ act: 'survey.open-urn', subject: id, details: { refused: because } })
  const key = public_key ? joinHalves(halves, public_key) : undefined
  if (!key) {
    refused('key-does-not-fit')
    const isFirst = halves.map((half) => first_key !== null && halfFits(half, first_key))
    const fits = isFirst[0] ? 'one' : isFirst[1] ? 'other' : undefined
    return { ok: false, because: 'key-does-not-fit', fits }
  }
  const least = surveys.smallest.answers
  const cells = joinSmall(await listStrata(work, id), least)
  if (cells.some(({ answered }) => answered < least)) {
    refused('too-few')
    return { ok: false, because: 'too-few' }
  }
  const cellOf = new Map(
    cells.flatMap(({ name, strata }) => strata.map(({ stratum }) => [stratum, name] as const)),
  )
  const own = await keyring.keyOf(work)
  const opened = (await listEnvelopes(work, id)).map(({ sealed }) => {
    const { stratum, answers } = enclosed.parse(openEnvelope(key, id, sealed))
    const cell = cellOf.get(stratum)
    if (cell === undefined) throw new Error('An answer is of a stratum that this wave has not.')
    const answer = randomUUID()
    return {
      ...{ id: answer, cell },
      sealed: seal(own, filled(answers), answerContext(id, answer)),
    }
  })
  const answered = cells.reduce((all, cell) => all + cell.answered, 0)
  if (opened.length !== answered) throw new Error('The urn holds another number than answered.')
  await insertAnswers(
    work,
    id,
    opened.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  await emptyUrn(work, id)
  for (const { name, strata } of cells) {
    await noteCell(
      work,
      id,
      strata.map(({ stratum }) => stratum),
      name,
    )
  }
  await updateWave(work, id, { state: 'counted', counted_on: dutchDay(work.now) })
  const details = { answers: opened.length, cells: cells.length }
  work.audit({ act: 'survey.open-urn', subject: id, details })
  return { ok: true, answers: opened.length }
}
