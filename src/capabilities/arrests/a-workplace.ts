import assert from 'node:assert/strict'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { anArrestDesk, aStation, doing } from './an-arrest.ts'
import type { FileStep } from './file.ts'
import type { Place } from './find-file.ts'

/** For tests: the whole program with a police station that does not exist. */
export async function aWorkplace() {
  const app = await anApp({ demoRegion: true })
  return { app, desk: anArrestDesk(app.house), people: await aStation(app.house) }
}
export type Workplace = Awaited<ReturnType<typeof aWorkplace>>

const tables = ['police_file', 'police_file_circle', 'police_file_note', 'police_file_look']

/** What tests do there; the program is there once the tests run. */
export function actingAt(app: () => TestApp) {
  const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
    doing(app().house)(actor, verb)
  return {
    does,
    /** five minutes ago */
    moment: () => app().house.clock().subtract({ minutes: 5 }),
    async refusalOf(actor: PersonActor, verb: (work: Work) => Promise<unknown>) {
      const thrown = await does(actor, verb).then(
        () => undefined,
        (error: unknown) => error,
      )
      return thrown instanceof Refusal
        ? `${thrown.kind}: ${thrown.because}`
        : `not refused: ${thrown}`
    },
    /** every row of the police files, as the database keeps it */
    snapshot: () =>
      Promise.all(
        tables.map(async (table) => {
          const { rows } = await app().house.pool.query(`select t::text from ${table} t`)
          return rows.sort((a, b) => (a.t < b.t ? -1 : 1))
        }),
      ),
    aFact: (key?: string) =>
      ({
        kind: 'fact',
        at: app().house.clock().subtract({ minutes: 5 }),
        words: { text: 'De telefoon ging elke minuut.', source: 'Bo' },
        key,
      }) as const,
    aTelling: (change = {}) => ({
      who: 'parents',
      done: true,
      at: app().house.clock().subtract({ minutes: 5 }),
      text: 'Moeder gebeld.',
      exception: '',
      instead: '',
      ...change,
    }),
  }
}

/** The page that was answered: valid, and with this status. */
export async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status, body.slice(0, 300))
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

export const arrest = (id: string): Place => ({ kind: 'arrest', id })
export const protection = (id: string): Place => ({ kind: 'protection', id })
export const aStep = (name: FileStep, change = {}) => ({
  step: name,
  reasons: 'Omdat het zo is.',
  without: '',
  ...change,
})

/** Something that another organisation delivered: a thought of a school, by way of Veilig Thuis. */
export const somethingReceived = () => ({
  id: newId(),
  deliveryId: newId(),
  fact: {
    kind: 'interpretation' as const,
    text: 'Noor lijkt bang.',
    source: 'mentor',
    on: '2026-11-20',
    beside: ['Een toets.'],
    origin: {
      organisation: 'Het Voorbeeldcollege (verzonnen)',
      kind: 'secondary-school' as const,
      via: ['Veilig Thuis (verzonnen)'],
    },
  },
  from: { id: newId(), name: 'Veilig Thuis (verzonnen)', kind: 'safe-home' as const },
  receivedOn: '2026-11-22',
})
