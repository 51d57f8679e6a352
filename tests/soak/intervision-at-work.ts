import { randomUUID } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { somebody } from '#tests/an-app.ts'
import { type Card, isLast, moveOn, phaseAt, placeOn, stepsDone, type Table } from './a-table.ts'
import {
  type AtWork,
  aMoment,
  coordinator,
  expect,
  mentor,
  type Person,
  signedIn,
  untilGone,
} from './at-work.ts'
import { findingsAt, followAgain } from './intervision-afterwards.ts'
import { aForm, type SentForms } from './sent-forms.ts'

/** What is asked in each phase; of one kind each, so that its form has one key. */
const phases: readonly { phase: string; kind: string; more: Record<string, string> }[] = [
  { phase: 'occasion', kind: 'fact', more: { origin: 'own' } },
  { phase: 'viewpoints', kind: 'thought', more: {} },
  {
    phase: 'map',
    kind: 'mark',
    more: { domain: 'school', lens: 'resilience', effect: 'supports' },
  },
  { phase: 'reading', kind: 'explanation', more: {} },
  { phase: 'decision', kind: 'question', more: {} },
]

/** Before what is unlike: a page shows the first words of an own card twice. */
const preamble = 'Wat iemand die er niet bij was zou kunnen denken: '

const members: readonly Person[] = [mentor, somebody('ruben-schets')]
const leastCards = 2

/** A facilitator and colleagues: cards are laid down while others are turned, table after table. */
export function intervisionAtWork(forms: SentForms): AtWork {
  const tables: Table[] = []
  /** where the plug was pulled: nobody goes on with those */
  const left = new Set<Table>()

  async function oneTable(origin: string): Promise<void> {
    const leads = await signedIn(origin, coordinator)
    const fields = { method: 'niet-pluis', about: 'place', topic: 'De fietsen', key: newId() }
    let table: Table | undefined
    const start = aForm(coordinator, '/intervisie/nieuw', fields, ({ location }) => {
      table = {
        at: location,
        seated: new Set([coordinator]),
        place: 'gathering',
        perhaps: undefined,
        cards: [],
        sent: new Set(),
      }
      tables.push(table)
    })
    await forms.send(leads, start)
    if (!table) return
    const { at } = table
    const code = /N-\w{4}-\w{4}/.exec((await leads.get(at)).body)?.[0] ?? ''
    const visitors: [Person, Visitor][] = []
    for (const who of members) {
      const visitor = await signedIn(origin, who)
      expect((await visitor.post('/intervisie/meedoen', { code })).status, 303)
      table.seated.add(who)
      visitors.push([who, visitor])
    }
    const working = [
      lead(table, leads),
      ...visitors.map(([who, visitor]) => layDown(table as Table, who, visitor)),
    ]
    // Each of them notices that nobody is there any more; anything else that went wrong comes first.
    const ended = (await Promise.allSettled(working)).filter((one) => one.status === 'rejected')
    const reasons = ended.map(({ reason }) => reason)
    if (reasons.length > 0) throw reasons.find((one) => !(one instanceof TypeError)) ?? reasons[0]
  }

  const laidBy = (table: Table, who: Person, phase: number): number =>
    table.cards.filter((card) => card.by === who && card.phase === phase).length

  async function lead(table: Table, visitor: Visitor): Promise<void> {
    while (!isLast(table)) {
      const phase = phaseAt(table.place)
      const enough = members.every((who) => phase < 0 || laidBy(table, who, phase) >= leastCards)
      if (enough || table.place.endsWith('revealed')) await moveOn(table, forms, visitor)
      else {
        await aMoment()
        await visitor.get(table.at)
      }
    }
  }

  async function layDown(table: Table, who: Person, visitor: Visitor): Promise<void> {
    while (laidBy(table, who, phases.length - 1) < leastCards) {
      const { body } = await visitor.get(table.at)
      const at = phaseAt(placeOn(body) ?? '')
      const asked = phases[at]
      const laid = laidBy(table, who, at)
      if (!asked || laid >= leastCards * 2) {
        await aMoment()
        continue
      }
      const { phase, kind, more } = asked
      const words = preamble + randomUUID()
      const innocent = laid % 2 === 0 ? 'yes' : 'no'
      const given = { text: words, ...more, ...(kind === 'explanation' ? { innocent } : {}) }
      const named = Object.entries(given).map(([name, text]) => [`${kind}-${name}`, text])
      const fields = { phase, kind, key: keyOf(body, kind), ...Object.fromEntries(named) }
      const card: Card = { by: who, phase: at, words }
      table.sent.add(card)
      const form = aForm(who, `${table.at}/bijdragen`, fields, () => {
        table.sent.delete(card)
        table.cards.push(card)
      })
      await forms.send(visitor, form)
    }
  }

  return {
    work: (origin) => untilGone(() => oneTable(origin)),
    async between(origin) {
      const visitors = await everybody(origin)
      return (await Promise.all(tables.map((table) => findingsAt(table, visitors)))).flat()
    },
    async afterwards(origin) {
      const visitors = await everybody(origin)
      const findings = await Promise.all(tables.map((table) => findingsAt(table, visitors)))
      for (const table of tables.filter((one) => !isLast(one) && !left.has(one))) {
        findings.push(await followAgain(origin, visitors, table, forms))
        left.add(table)
      }
      return findings.flat()
    },
    acknowledged: () => ({
      tables: tables.length,
      cards: tables.reduce((sum, { cards }) => sum + cards.length, 0),
      steps: tables.reduce((sum, table) => sum + stepsDone(table), 0),
    }),
  }
}

/** The key that the form on this page carries. */
const keyOf = (body: string, kind: string): string => {
  const form = body.slice(body.indexOf(`id="write-${kind}"`))
  const key = /name="key" value="([^"]+)"/.exec(form)?.[1]
  if (!key) throw new Error(`The form of a ${kind} carries no key.`)
  return key
}

const everybody = async (origin: string): Promise<Map<Person, Visitor>> => {
  const visitors = new Map<Person, Visitor>()
  for (const who of [coordinator, ...members]) visitors.set(who, await signedIn(origin, who))
  return visitors
}
