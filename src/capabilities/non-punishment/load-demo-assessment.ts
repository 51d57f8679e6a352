import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  type AnswerForm,
  findAnsweredFirst,
  readConsultation,
  readReceivedAfter,
  sendConsultation,
} from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import { Refusal } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import { assessmentKind } from './assessment-message.ts'
import type { DossierDesk } from './desk.ts'

const demoAssessment = z.strictObject({ by: z.string(), form: z.record(z.string(), z.string()) })

type Parts = {
  readonly desk: Pick<DossierDesk, 'keyring' | 'namesOf' | 'tell'>
  readonly form: AnswerForm
  readonly inTransaction: InTransaction
  readonly actorOf: (name: string) => PersonActor
  /** brings it to who asked */
  readonly carry: () => Promise<void>
}

/** Lets an invented expert answer what they were asked, once; answers the delivery. */
export async function loadDemoAssessment(parts: Parts): Promise<string | undefined> {
  const { desk, form, inTransaction, actorOf, carry } = parts
  const file = new URL('../../../database/demo/assessment.yaml', import.meta.url)
  const demo = demoAssessment.parse(readYaml(readFileSync(file, 'utf8')))
  const expert = actorOf(demo.by)
  const { organisationId, personId } = expert
  const system = { kind: 'system', name: 'demo', organisationId } as const
  const before = await inTransaction(system, 'maintenance', (work) =>
    findAnsweredFirst(work, { kind: assessmentKind, personId }),
  )
  if (before) return before.received_id
  const page = { after: undefined, limit: 20 }
  const lines = await inTransaction(expert, 'share', (work) => readReceivedAfter(work, page))
  for (const { id } of lines) {
    const asked = await inTransaction(expert, 'share', (work) =>
      readConsultation(work, desk, { id, form }),
    ).catch(unlessRefused)
    if (!asked) continue
    if (!asked.sent) {
      const facts = asked.body.facts.map((fact) => fact.id)
      const words = form.draft({ ...demo.form, facts })
      await inTransaction(expert, 'share', async (work) => {
        const read = form.read(words, dutchDay(work.now))
        if ('errors' in read) throw new Error(JSON.stringify(read.errors))
        await sendConsultation(work, desk, { id, form }, { words, body: read.message })
      })
    }
    await carry()
    return id
  }
  return undefined
}

/** Something else that was delivered to them, or a question that is over. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
