import { randomBytes, randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { anOpenWave, aSurveyDesk } from '#capabilities/research/a-wave.ts'
import { keepAnswers, submitAnswers } from '#capabilities/research/answer-survey.ts'
import { closeWave } from '#capabilities/research/close-wave.ts'
import { openUrn } from '#capabilities/research/open-urn.ts'
import { codeMac } from '#capabilities/research/survey-code.ts'
import type { PersonActor } from '#platform/actor.ts'
import { systemClock } from '#platform/clock.ts'
import { newKey } from '#platform/crypto.ts'
import { newId } from '#platform/ids.ts'
import { load, type Measured, median } from './load.ts'
import { machineLoad } from './machine.ts'
import { type Program, withProgram } from './program.ts'
import { ms, printAims, printTable, ratio, say, whisper, whole } from './report.ts'

/** Submissions a second. */
const aim = 300
const schools = 2_000
const clients = 16

type Options = { readonly seconds: number; readonly rounds: number }

/**
 * Schools that stopped before and finished now send their answers: they are checked, sealed into their envelope and put
 * in the urn with the invitation answered and the draft gone, in one transaction. Beside it the same three rows written bare, in
 * one statement each, with an envelope that was made beforehand: nothing is quicker than that. Without HTTP, for one
 * address may send no more than 300 forms a minute. At the end the urn is opened.
 */
export const measureSurvey = ({ seconds, rounds }: Options): Promise<boolean> =>
  withProgram(async (program) => {
    const taken: Measured[] = []
    const bare: Measured[] = []
    let opening = 0
    for (let round = 1; round <= rounds; round += 1) {
      whisper(`survey, round ${round} of ${rounds}`)
      const wave = await aWave(program)
      taken.push(await load({ clients, seconds, most: schools / 2, act: wave.submit }))
      bare.push(await load({ clients, seconds, most: schools / 2, act: wave.bare }))
      opening = await wave.open()
    }
    say(`Load of the machine: ${ms(machineLoad())}.`)
    const middle = (all: readonly Measured[], of: (one: Measured) => number) => median(all.map(of))
    const row = (what: string, all: readonly Measured[]) => ({
      what,
      'a second': whole(middle(all, ({ perSecond }) => perSecond)),
      'p50 ms': ms(middle(all, ({ p50 }) => p50)),
      'p95 ms': ms(middle(all, ({ p95 }) => p95)),
    })
    printTable(`Survey: ${clients} schools at a time`, [
      row('answers submitted', taken),
      row('the same rows, bare (the limit)', bare),
    ])
    const [found, limit] = [taken, bare].map((all) => middle(all, ({ perSecond }) => perSecond))
    say(`\nOpening an urn of ${whole(schools / 2)}: ${ms(opening)} ms.`)
    printAims('Survey: aims', [
      {
        aim: `at least ${aim} submissions a second`,
        found: `${whole(found ?? 0)}, ${ratio((found ?? 0) / (limit ?? 1))} of the limit`,
        met: (found ?? 0) >= aim,
      },
    ])
    return [...taken, ...bare].every(({ errors }) => errors === 0)
  })

async function aWave({ pool, inTransaction, keyring }: Program) {
  const [organisationId, personId] = [newId(), newId()]
  await pool.query(
    `insert into organisation (id, kind, name) values ($1, 'research-institute', 'Bureau (verzonnen)')`,
    [organisationId],
  )
  await pool.query('insert into person (id) values ($1)', [personId])
  await pool.query(`insert into membership values ($1, $2, '{researcher}', '\\x01')`, [
    organisationId,
    personId,
  ])
  const actor: PersonActor = {
    ...{ kind: 'person', personId, organisationId },
    ...{ organisationKind: 'research-institute', roles: ['researcher'] },
  }
  const survey = { kind: 'system', name: 'survey', organisationId } as const
  const desk = aSurveyDesk({ keyring, keyEncryptionKey: newKey() })
  const house = { inTransaction, clock: systemClock }
  const wave = await anOpenWave(house, { actor, desk, schools: { vo: schools }, by: ['kind'] })
  const answers = { role: 'care', worried: 'yes', concrete: 'no', knows: 'partly', help: 'Tijd.' }
  await inTransaction(survey, 'ask-schools', async (work) => {
    for (const { code } of wave.schools) {
      await keepAnswers(work, desk, wave.id, code, { answers, at: 0 })
    }
  })
  await pool.query('vacuum analyze survey_invitation, survey_draft, survey_urn, survey_frame')
  const place = (turn: number) => wave.schools[turn]?.code ?? ''
  const envelope = randomBytes(8252)
  return {
    async submit(turn: number) {
      const result = await inTransaction(survey, 'ask-schools', (work) =>
        submitAnswers(work, desk, wave.id, place(turn), answers),
      )
      if (result !== 'submitted') throw new Error(result)
    },
    async bare(turn: number) {
      const mac = codeMac(desk.surveyKey, place(turn + schools / 2))
      await pool.query({
        name: 'bare-survey',
        text: `with answered as (update survey_invitation set answered_by = 'web'
            where organisation_id = $1 and wave_id = $2 and code_mac = $3),
          gone as (delete from survey_draft
            where organisation_id = $1 and wave_id = $2 and code_mac = $3)
          insert into survey_urn values ($1, $2, $4, $5)`,
        values: [organisationId, wave.id, mac, randomUUID(), envelope],
      })
    },
    /** Milliseconds for the envelopes that were submitted; those that were written bare hold nothing. */
    async open(): Promise<number> {
      await pool.query('delete from survey_urn where organisation_id = $1 and sealed = $2', [
        organisationId,
        envelope,
      ])
      await pool.query(
        `update survey_invitation set answered_by = null where organisation_id = $1 and school = any($2)`,
        [organisationId, wave.schools.slice(schools / 2).map(({ school }) => school)],
      )
      const does = <T>(verb: Parameters<typeof inTransaction<T>>[2]) =>
        inTransaction<T>(actor, 'ask-schools', verb)
      await does((work) => closeWave(work, wave.id))
      const begun = performance.now()
      const opened = await does((work) => openUrn(work, desk, wave.id, wave.halves))
      if (!opened.ok) throw new Error(opened.because)
      return performance.now() - begun
    },
  }
}
