import { after, before } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aDossierDesk, anOffice, doing } from './a-dossier.ts'
import type { DossierDesk } from './desk.ts'
import { dossierIntake } from './facts-of-dossier.ts'
import { readDossier } from './read-dossier.ts'
import { signDecision } from './sign-decision.ts'

type Here = {
  readonly app: TestApp
  readonly desk: DossierDesk
  readonly office: Awaited<ReturnType<typeof anOffice>>
}

/** For a test file: an app with an office of two youth prosecutors, from before its first test until after its last. */
export function aDossierApp() {
  let here: Here | undefined
  before(async () => {
    const app = await anApp()
    here = { app, desk: aDossierDesk(app.house), office: await anOffice(app.house) }
  })
  after(() => here?.app.close())
  const now = (): Here => {
    if (!here) throw new Error('Only within a test.')
    return here
  }
  const can = () => ({ inTransaction: now().app.app.inTransaction })
  const does = <T>(verb: (work: Work) => Promise<T>, actor = now().office.handler) =>
    doing(can(), actor)(verb)
  type Signing = Parameters<typeof signDecision>[3]['signing']
  return {
    get app() {
      return now().app
    },
    get desk() {
      return now().desk
    },
    get office() {
      return now().office
    },
    get handler(): PersonActor {
      return now().office.handler
    },
    can,
    /** as whoever handles it, or as somebody else */
    does,
    read: (id: string, actor?: PersonActor) =>
      does((work) => readDossier(work, now().desk, id), actor),
    sign: (id: string, signing: Signing, key?: string) =>
      does((work) =>
        signDecision(work, now().desk, id, { signing, stage: 'with-prosecutor', key }),
      ),
    /** whoever delivered this takes it back */
    recall: (id: string, itemId: string) => {
      const organisationId = now().office.organisation
      const delivery = { kind: 'system', name: 'delivery', organisationId } as const
      return can().inTransaction(delivery, 'share', (work) =>
        dossierIntake(now().desk).recalled(work, id, itemId),
      )
    },
    /** what happened with it, the oldest first */
    eventsOf: async (id: string) => {
      const { rows } = await now().app.house.pool.query(
        'select kind from dossier_event where dossier_id = $1 order by id',
        [id],
      )
      return rows.map(({ kind }) => String(kind))
    },
    trailOf: async (id: string) =>
      (await now().app.house.trailOf(now().office.organisation))
        .filter(({ subject }) => subject === id)
        .map(({ act }) => act),
  }
}

export const refusal = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because

/** A fact of a school that the police brought, as sharing hands it over. */
export const aReceivedFact = (change: object = {}) => ({
  id: newId(),
  deliveryId: newId(),
  fact: {
    kind: 'interpretation' as const,
    text: 'De mentor denkt aan dwang.',
    source: 'mentor',
    beside: ['Een bijbaan.'],
    origin: {
      organisation: 'Voorbeeldcollege (verzonnen)',
      kind: 'secondary-school' as const,
      via: ['Politie Waterrade (verzonnen)'],
    },
  },
  from: { id: newId(), name: 'Politie Waterrade (verzonnen)', kind: 'police' as const },
  receivedOn: '2026-11-22',
  ...change,
})
