import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { listInvitations } from './invitation-store.ts'
import { countLetters } from './letter-store.ts'
import { type Place, placeOf } from './open-wave.ts'
import type { SchoolKind } from './questionnaire.ts'
import type { WaveState } from './wave.ts'
import { countFrame, countSized, findWave, listStrata, listWaves } from './wave-store.ts'
import type { WaveRow } from './wave-tables.ts'

export type Wave = {
  readonly id: string
  readonly title: string
  readonly questionnaire: string
  readonly state: WaveState
  readonly seed: string | undefined
  readonly strataBy: readonly string[]
  /** ISO dates */
  readonly closesOn: string
  readonly madeOn: string
  readonly openedOn: string | undefined
  readonly closedOn: string | undefined
  readonly countedOn: string | undefined
  readonly publishedOn: string | undefined
}

/** How a stratum stands: of those asked, who answered. */
export type StratumStanding = {
  readonly stratum: string
  readonly population: number
  readonly sampled: number
  readonly invited: number
  /** those with a code in a letter that did not answer yet */
  readonly onPaper: number
  /** those with a mail address, and those of them that can be invited by it now */
  readonly withAddress: number
  readonly toMail: number
  readonly answered: number
  readonly byTelephone: number
  /** the strata with which it is told, once the urn was opened */
  readonly cell: string | undefined
}

/** A row as it is read. */
export const waveFrom = (row: WaveRow): Wave => ({
  id: row.id,
  title: row.title,
  questionnaire: row.questionnaire,
  state: row.state,
  seed: row.seed ?? undefined,
  strataBy: row.strata_by,
  closesOn: row.closes_on,
  madeOn: row.made_on,
  openedOn: row.opened_on ?? undefined,
  closedOn: row.closed_on ?? undefined,
  countedOn: row.counted_on ?? undefined,
  publishedOn: row.published_on ?? undefined,
})

/** Every wave of the organisation, newest first. */
export async function readWaves(work: Work): Promise<Wave[]> {
  researcher(work)
  work.audit({ act: 'survey.list' })
  return (await listWaves(work)).map(waveFrom)
}

export type WaveStanding = {
  readonly wave: Wave
  /** how many schools of each kind are in the lists */
  readonly frame: ReadonlyMap<SchoolKind, number>
  /** of how many of them a size is known */
  readonly sized: number
  readonly strata: readonly StratumStanding[]
  /** letters on their way */
  readonly letters: number
  readonly keepers: Keepers
  /** seals answers, and opens none */
  readonly publicKey: Buffer | undefined
}

/** How far the two halves of the key are, for who reads this. */
export type Keepers = {
  readonly mine: Place | undefined
  readonly made: Readonly<Record<Place, boolean>>
  /** typed back by its keeper */
  readonly checked: Readonly<Record<Place, boolean>>
}

/** One wave, with the monitor of its response. */
export async function readWave(work: Work, id: string): Promise<WaveStanding> {
  const actor = researcher(work)
  const row = (await findWave(work, id)) ?? refuse('not-found', 'no-such-wave')
  work.audit({ act: 'survey.read', subject: id })
  const frame = await countFrame(work, id)
  const sized = await countSized(work, id)
  const strata = await listStrata(work, id)
  const letters = await countLetters(work, id)
  return {
    wave: waveFrom(row),
    frame,
    sized,
    strata: strata.map(({ cell, ...each }) => ({ ...each, cell: cell ?? undefined })),
    letters,
    publicKey: row.public_key ?? undefined,
    keepers: {
      mine: placeOf(row, actor),
      made: { first: row.first_key !== null, second: row.second_keeper !== null },
      checked: { first: row.first_checked, second: row.second_checked },
    },
  }
}

export type InvitedSchool = {
  readonly school: string
  readonly name: string
  readonly municipality: string | undefined
  readonly stratum: string
  readonly way: 'mail' | 'paper' | 'telephone' | undefined
  /** ISO dates */
  readonly invitedOn: string | undefined
  readonly remindedOn: string | undefined
  readonly undelivered: boolean
  readonly hasAddress: boolean
  readonly answered: 'web' | 'telephone' | undefined
}

/** The sample of a wave by name, for who calls schools; nothing tells what anybody answered. */
export async function readSchools(
  work: Work,
  id: string,
): Promise<{ readonly wave: Wave; readonly schools: readonly InvitedSchool[] }> {
  researcher(work)
  const row = (await findWave(work, id)) ?? refuse('not-found', 'no-such-wave')
  work.audit({ act: 'survey.read-schools', subject: id })
  const schools = await listInvitations(work, id)
  return {
    wave: waveFrom(row),
    schools: schools.map((each) => ({
      school: each.school,
      name: each.name,
      municipality: each.municipality ?? undefined,
      stratum: each.stratum,
      way: each.way ?? undefined,
      invitedOn: each.invited_on ?? undefined,
      remindedOn: each.reminded_on ?? undefined,
      undelivered: each.undelivered !== null,
      hasAddress: each.address !== null,
      answered: each.answered_by ?? undefined,
    })),
  }
}
