import assert from 'node:assert/strict'
import fc from 'fast-check'
import { newId } from '#platform/ids.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { bodyOf } from '#tests/a-visitor.ts'
import type { TestApp } from '#tests/an-app.ts'
import {
  aTarget,
  fieldsOn,
  knownFields,
  leftRows,
  type Route,
  routesOf,
  whatIsThere,
} from './a-target.ts'
import {
  echoed,
  hostileHeaders,
  hostileQuery,
  hostileText,
  largerThanAllowed,
  wrongBodies,
  wrongTypes,
} from './hostile.ts'
import type { TruePlaces } from './true-places.ts'

type Attack = { readonly runs: number; readonly seed: number }

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']
const queries = [
  'naar',
  'na',
  'voor',
  'stand',
  'zoek',
  'onderwerp',
  'wie',
  'vorm',
  'herkenning',
  'fout',
  'organisatie',
  'vraag',
  'leeftijd',
  'plaats',
  'gemeente',
  'hulp',
  'aanbod',
  'code',
  'state',
  'iss',
  'error',
]

/**
 * Sends as many generated requests as asked to every kind of address, and answers what went wrong:
 * one line for each different fault, with the shortest way to it.
 */
export async function attack(test: TestApp, { runs, seed }: Attack): Promise<string[]> {
  const target = await aTarget(test)
  const routes = routesOf(test)
  const crawled = new Map<string, Fields>()
  const faults = new Map<string, string>()
  // A session and an address are worth a limited number of requests a minute: fresh ones in time.
  const sessions: Visitor[] = await Promise.all(target.visitors.map((make) => make()))
  let sent = 0
  let draft = await target.draft()
  let places = await target.places()
  let before: Awaited<ReturnType<typeof whatIsThere>> | undefined

  const request = fc.record({
    route: fc.constantFrom(...routes),
    method: fc.option(fc.constantFrom(...methods), { freq: 12, nil: undefined }),
    language: fc.constantFrom('', '', '/en'),
    who: fc.nat(target.visitors.length - 1),
    // An address that leads to something, or any id at all in it.
    real: fc.boolean(),
    id: fc.oneof(fc.constantFrom('DRAFT', 'DRAFT', ...target.ids), hostileText),
    query: fc.dictionary(fc.constantFrom(...queries), hostileQuery, { maxKeys: 2 }),
    headers: hostileHeaders,
    hurt: fc.array(fc.tuple(fc.nat(1000), hostileText), { maxLength: 3 }),
    body: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      {
        weight: 2,
        arbitrary: fc.tuple(fc.constantFrom(...wrongTypes), fc.constantFrom(...wrongBodies)),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constantFrom('application/x-www-form-urlencoded', 'application/json'),
          fc.constantFrom(...wrongBodies, largerThanAllowed),
        ),
      },
    ),
  })

  await fc.assert(
    fc.asyncProperty(request, async (one) => {
      sent += 1
      if (sent % 150 === 0) {
        for (const [at, make] of target.visitors.entries()) sessions[at] = await make()
        draft = await target.draft()
        places = await target.places()
        before = undefined
      }
      const visitor = sessions[one.who]
      assert.ok(visitor)
      const id = one.id === 'DRAFT' ? draft : one.id
      const at = filled(one.route, one.real ? placesFor(one.route) : {}, id)
      const path = one.language + at + asQuery(one.query)
      const method = one.method ?? one.route.method
      const init: RequestInit = { method, headers: { origin: test.origin, ...one.headers } }
      if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) {
        const [type, body] = one.body ?? [
          'application/x-www-form-urlencoded',
          bodyOf(await hurtFields(visitor, one.route, at, one.hurt)),
        ]
        Object.assign(init, { headers: { ...init.headers, 'content-type': type }, body })
      }
      before ??= await whatIsThere(test)
      const answer = await visitor.send(path, init).catch((error: Error) => error)
      if (answer instanceof Error) {
        before = undefined
        return told(one.route, `threw ${answer.message}`, path)
      }
      const after = await whatIsThere(test)
      for (const fault of faultsIn(test, answer)) told(one.route, fault, describe(path, init))
      const left = leftRows(before, after)
      if (answer.status >= 400 && left) {
        told(
          one.route,
          `${answer.status} left rows behind: ${grown(before.rows, after.rows)}`,
          describe(path, init),
        )
      }
      before = after
    }),
    { seed, numRuns: runs, endOnFailure: true },
  )
  return [...faults.values()]

  function told({ method, path }: Route, fault: string, how: string): void {
    const key = `${method} ${path}: ${fault}`
    const line = `${key}\n    ${how.slice(0, 300)}`
    const known = faults.get(key)
    if (!known || line.length < known.length) faults.set(key, line)
  }

  /** A stream answers without end: only whom it refuses is sent there. */
  function placesFor({ path }: Route): TruePlaces {
    const begin = Object.keys(places).find((one) => path.startsWith(one))
    return (!path.endsWith('/stroom') && begin && places[begin]) || {}
  }

  /** The form as its page shows it, with some fields made hostile; one field of another form too. */
  async function hurtFields(
    visitor: Visitor,
    { path }: Route,
    at: string,
    hurt: readonly (readonly [number, string])[],
  ): Promise<Fields> {
    let fields = crawled.get(path)
    if (!fields) {
      fields = await formFor(visitor, at)
      if (Object.keys(fields).length > 0) crawled.set(path, fields)
    }
    if ('key' in fields) fields = { ...fields, key: newId() }
    const names = [...Object.keys(fields), ...knownFields]
    const wrong = hurt.map(([at, text]) => [names[at % names.length] ?? 'words', text])
    return { ...fields, ...Object.fromEntries(wrong) }
  }
}

/** The form that leads to this address: on the page of that name, or on the one above it. */
async function formFor(visitor: Visitor, at: string): Promise<Fields> {
  for (const page of [at, at.slice(0, at.lastIndexOf('/'))]) {
    const shown = await visitor.get(page || '/')
    if (shown.status === 200) return fieldsOn(shown, at)
  }
  return {}
}

const filled = ({ path }: Route, places: TruePlaces, id: string): string =>
  path
    .replace(/:(\w+)(\{[^}]*\})?/g, (_, name) =>
      encodeURIComponent((places[name] ?? id).toWellFormed()),
    )
    .replace('*', 'x.css')

const asQuery = (query: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(query).map(([name, text]) => [name, text.toWellFormed()])
  return pairs.length > 0 ? `?${new URLSearchParams(Object.fromEntries(pairs))}` : ''
}

const describe = (path: string, { method, headers, body }: RequestInit): string =>
  `${method} ${path.slice(0, 140)} ${JSON.stringify(headers).slice(0, 120)} ${String(body ?? '').slice(0, 140)}`

/** What no answer may ever be, whatever was asked. */
export function faultsIn({ origin }: TestApp, { status, headers, location, body }: Exchange) {
  const faults: string[] = []
  if (status >= 500 && status !== 502) faults.push(`answered ${status}`)
  const isPage = (headers.get('content-type') ?? '').includes('html')
  if (isPage && echoed.test(body)) faults.push('echoed markup')
  if (status !== 204 && status < 300 && !headers.get('content-type') && body !== '') {
    faults.push('named no content type')
  }
  const to = location === '' ? undefined : URL.parse(location, origin)
  if (to === null) faults.push('led to no address')
  if (to && to.origin !== origin) faults.push(`led to ${to.origin}`)
  if (headers.has('raak') || headers.getSetCookie().some((line) => line.startsWith('raak'))) {
    faults.push('let a header in')
  }
  return faults
}

/** The tables that hold another number of rows than before. */
function grown(before: string, after: string): string {
  const had = new Set(before.split(','))
  return after
    .split(',')
    .filter((table) => !had.has(table))
    .join(', ')
}
