import { randomUUID } from 'node:crypto'
import { type Clock, Temporal } from '#platform/clock.ts'
import type { Reach } from './ask.ts'

/** A row as the House publishes it. */
export type PublishedRow = Readonly<Record<string, unknown>> & {
  readonly Id: string
  readonly ApiGewijzigdOp: string
  readonly Verwijderd: boolean
}

/** What goes wrong with one answer. */
export type Fault = 'none' | '503' | 'broken' | 'lost' | 'slow-down'

/** For tests: a House that publishes what it is told to, over the same questions that the real one takes. */
export type FakeParliament = {
  readonly reach: Reach
  /** every address that was asked for, in order */
  readonly asked: string[]
  readonly headers: Readonly<Record<string, string>>[]
  /** adds a matter, or changes it when it is there */
  publish(id: string, change?: Readonly<Record<string, unknown>>): void
  /** of a deleted row only its number is left */
  remove(id: string): void
  /** takes it out of every dossier without a word */
  hide(id: string): void
  /** the matters that stand there now, by number */
  subjects(): ReadonlyMap<string, string>
  /** a commitment in the feed of changes; without a text it is deleted */
  promise(id: string, text?: string): void
  /** the commitments that stand there now and have this in their text */
  promises(word: string): ReadonlyMap<string, string>
  fail(fault: Fault): void
}

export const aMatterId = (): string => randomUUID()

/** Its clock is `clock`, some minutes behind. */
export function aParliament(clock: Clock, pageSize: number): FakeParliament {
  const rows = new Map<string, PublishedRow>()
  const hidden = new Set<string>()
  let moment = clock().subtract({ hours: 1 })
  let fault: Fault = 'none'
  const promises = new Map<string, { token: number; stamp: string; text: string | undefined }>()
  let token = 0
  const asked: string[] = []
  const headers: Readonly<Record<string, string>>[] = []
  const stamp = () => {
    const after = moment.add({ milliseconds: 700, nanoseconds: 100 })
    const here = clock().subtract({ minutes: 5 })
    moment = Temporal.Instant.compare(here, after) > 0 ? here : after
    return moment.toString({ fractionalSecondDigits: 7 })
  }

  const listOf = (filter: string, skip: number) => {
    const from = /ApiGewijzigdOp ge (\S+)/.exec(filter)?.[1]
    const withDeleted = filter.includes('Verwijderd eq true')
    const found = [...rows.values()]
      .filter(({ Id, Verwijderd }) => (Verwijderd ? withDeleted : !hidden.has(Id)))
      .filter(
        ({ ApiGewijzigdOp }) =>
          !from ||
          Temporal.Instant.compare(
            Temporal.Instant.from(ApiGewijzigdOp),
            Temporal.Instant.from(from),
          ) >= 0,
      )
      .toSorted((one, other) =>
        `${one.ApiGewijzigdOp} ${one.Id}` < `${other.ApiGewijzigdOp} ${other.Id}` ? -1 : 1,
      )
    return { value: found.slice(skip, skip + pageSize), count: found.length }
  }

  const feedFrom = (url: URL): Response => {
    const after = Number(url.searchParams.get('skiptoken') ?? 0)
    const at = (number: number) =>
      `${url.origin}${url.pathname}?category=Toezegging&amp;skiptoken=${number}`
    const entries = [...promises]
      .filter(([, one]) => one.token > after)
      .toSorted(([, one], [, other]) => one.token - other.token)
      .slice(0, pageSize)
      .map(([id, one]) => {
        const facts = one.text ? `<nummer>TZ1</nummer><tekst>${one.text}</tekst>` : ''
        return `<entry><link rel="next" href="${at(one.token)}"/><content><toezegging id="${id}"
          bijgewerkt="${one.stamp}" verwijderd="${!one.text}">${facts}</toezegging></content></entry>`
      })
    const end = entries.length > 0 ? '' : `<link rel="resume" href="${at(after)}"/>`
    return new Response(
      `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}${end}</feed>`,
    )
  }

  const answer = (address: string): Response => {
    const url = new URL(address)
    if (url.pathname.includes('SyncFeed')) return feedFrom(url)
    if (!url.pathname.endsWith('/Zaak')) {
      return Response.json({ value: [], '@odata.count': 0 })
    }
    const skip = Number(url.searchParams.get('$skip') ?? 0)
    const { value, count } = listOf(url.searchParams.get('$filter') ?? '', skip)
    url.searchParams.set('$skip', String(skip + pageSize))
    const next = skip + value.length < count ? { '@odata.nextLink': url.href } : {}
    return Response.json({ value, '@odata.count': count, ...next })
  }

  return {
    asked,
    headers,
    async reach(address, { headers: given }) {
      asked.push(address)
      headers.push(given)
      const wrong = fault
      fault = 'none'
      if (wrong === 'lost') throw new TypeError('The connection failed.')
      if (wrong === '503') return new Response('', { status: 503 })
      if (wrong === 'slow-down') {
        return new Response('', { status: 429, headers: { 'retry-after': '120' } })
      }
      const whole = answer(address)
      return wrong === 'broken' ? new Response((await whole.text()).slice(0, -3)) : whole
    },
    publish(id, change = {}) {
      const before = rows.get(id)
      const facts = { Nummer: '2026Z00001', Soort: 'Motie', Onderwerp: 'Een verzonnen motie' }
      const kept = before && !before.Verwijderd ? before : {}
      rows.set(id, {
        ...{ ...facts, ...kept, ...change, Id: id, Verwijderd: false },
        ApiGewijzigdOp: stamp(),
      })
    },
    remove(id) {
      if (!rows.has(id)) return
      const empty = { Nummer: null, Soort: null, Onderwerp: null, Afgedaan: null }
      rows.set(id, { ...empty, Id: id, ApiGewijzigdOp: stamp(), Verwijderd: true })
    },
    hide: (id) => void hidden.add(id),
    subjects: () =>
      new Map(
        [...rows.values()]
          .filter(({ Id, Verwijderd }) => !Verwijderd && !hidden.has(Id))
          .map(({ Id, Onderwerp }) => [Id, String(Onderwerp)]),
      ),
    promise(id, text) {
      if (!text && !promises.has(id)) return
      token += 1
      promises.set(id, { token, stamp: stamp(), text })
    },
    promises: (word) =>
      new Map(
        [...promises].flatMap(([id, { text }]) => (text?.includes(word) ? [[id, text]] : [])),
      ),
    fail(which) {
      fault = which
    },
  }
}
