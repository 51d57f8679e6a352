import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { aProgram } from '#capabilities/partners/a-program.ts'
import { programScopes } from '#capabilities/partners/program.ts'
import { aRecording, aSignal } from '#capabilities/signals/a-recording.ts'
import { draftFields } from '#capabilities/signals/draft.ts'
import { startDraft } from '#capabilities/signals/keep-draft.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import { appRights } from '#tests/table-rules.ts'
import { type TruePlaces, truePlaces } from './true-places.ts'

export type Route = { readonly method: string; readonly path: string }

/** Every address of the program, from its own list; what stands in front of them all left out. */
export const routesOf = ({ app }: TestApp): Route[] => {
  const seen = new Map<string, Route>()
  for (const { method, path } of app.routes.routes) {
    if (method === 'ALL' || path === '/*') continue
    seen.set(`${method} ${path}`, { method, path })
  }
  return [...seen.values()]
}

/** People with something to lose, and ids that exist, for whoever wants to send them rubbish. */
export type Target = {
  readonly visitors: readonly (() => Promise<Visitor>)[]
  readonly ids: readonly string[]
  readonly draft: () => Promise<string>
  /** new records that belong together, by the beginning of the addresses in which they stand */
  readonly places: () => Promise<Readonly<Record<string, TruePlaces>>>
}

const mentor = somebody('milan-proefpersoon')
const coordinator = somebody('samira-denkbeeld')
const administrator = somebody('anja-sleutelbos')
const municipal = somebody('rosa-regie')

export async function aTarget(test: TestApp): Promise<Target> {
  const recording = aRecording(test.house)
  const ids: string[] = []
  for (let count = 0; count < 3; count += 1) {
    ids.push(await aSignal(test.house, recording, mentor))
  }
  const file = await aCase(test.house, aDesk(test.house), coordinator)
  const { rows } = await test.house.pool.query(
    'select id from help_offer where organisation_id = $1 order by id limit 1',
    [municipal.organisationId],
  )
  return {
    visitors: [
      () => test.signedIn(mentor),
      () => test.signedIn(coordinator),
      () => test.signedIn(administrator),
      () => test.signedIn(municipal),
      async () => test.aStranger(),
      () => aProgramAsVisitor(test),
    ],
    // A colleague whom the administrator may well send away in the course of it.
    ids: [...ids, somebody('henk-verzonnen').personId, file, String(rows[0]?.id), newId()],
    draft: () =>
      test.app.inTransaction(mentor, 'recognise-exploitation', (work) =>
        startDraft(work, recording, {}),
      ),
    places: () => truePlaces(test),
  }
}

/** A program of the administrator's organisation: whatever it sends goes with its token. */
async function aProgramAsVisitor(test: TestApp): Promise<Visitor> {
  const program = await aProgram(test, administrator, programScopes, ['school-municipality'])
  const [machine, token] = [test.aStranger(), await program.token()]
  return {
    ...machine,
    get: (path, headers = {}) =>
      machine.get(path, { ...headers, authorization: `Bearer ${token}` }),
    send: (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${token}`)
      if (!headers.has('idempotency-key')) headers.set('idempotency-key', newId())
      return machine.send(path, { ...init, headers })
    },
  }
}

/**
 * The fields of the form on a page that leads to this address, with a value that the form itself offers;
 * of all its forms when none does.
 */
export function fieldsOn({ body }: Exchange, path: string): Fields {
  const forms = body.split('<form').slice(1)
  const own = forms.find((one) => one.slice(0, one.indexOf('>')).includes(`action="${path}"`))
  const fields: Record<string, string> = {}
  for (const [tag] of (own ?? body).matchAll(/<(?:input|textarea|select|option)\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    if (name) fields[name] ??= /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  return fields
}

/** Fields of forms that a crawl may not meet: from the schemas themselves. */
export const knownFields: readonly string[] = [
  ...draftFields.filter((field) => !['day', 'month', 'year'].includes(field)),
  'noticed-day',
  'noticed-month',
  'noticed-year',
  'answer-MON-01',
  'added-MON',
  'signal',
  'words',
  'colleague',
  'outcome',
  'because',
  'name',
  'jobTitle',
  'mail',
  'roles',
  'organisatie',
  'organisation',
  'person',
  'naar',
  'issuer',
  'clientId',
  'clientSecret',
  'homeClaim',
  'homeValue',
  'affiliationClaim',
  'admits',
  'text',
  ...['act', 'from', 'phase', 'kind', 'key', 'version', 'code', 'method', 'about', 'topic', 'case'],
  ...['source', 'origin', 'innocent', 'reasons', 'not', 'withWhom', 'how', 'moment', 'question'],
  ...['title', 'owner', 'role', 'evidence', 'against', 'reason', 'told', 'note', 'file', 'why'],
  ...['goal', 'holder', 'police', 'advice', 'present', 'secrecy', 'quote-1', 'chosen', 'addition'],
  ...['hulp', 'read', 'wish', 'goals', 'goal-1', 'pupilVoice', 'is16', 'pupil', 'parents'],
  ...['fact-text', 'fact-origin', 'mark-domain', 'mark-lens', 'explanation-innocent', 'agreement'],
  ...['on', 'due', 'until', 'held'].flatMap((name) => [
    `${name}-day`,
    `${name}-month`,
    `${name}-year`,
  ]),
]

/** What rows there are at a moment, those left out that fill by themselves after a commit. */
export type Standing = { readonly rows: string; readonly background: number }

/**
 * How many rows every table holds, with how often the carrier of messages and the jobs of figures were at work by then:
 * they write in their own time, and leave an entry together with their rows.
 */
export async function whatIsThere({ house }: TestApp): Promise<Standing> {
  const counts = Object.keys(appRights)
    // The background writes letters in its own time, such as reminders of what is due, and numbers what programs read.
    .filter((table) => !table.startsWith('trail_'))
    .filter((table) => !['outbox', 'partner_feed'].includes(table))
    .map((table) => `'${table} ' || (select count(*) from ${table})`)
  // A list, because a function takes no more than a hundred arguments and there are more tables than that.
  const { rows } = await house.pool.query(
    `select array_to_string(array[${counts}], ',') as rows,
       (select count(*)::int from trail_entry where actor_id in ('delivery', 'figures')) as background`,
  )
  return rows[0]
}

/** Whether rows came or went meanwhile that the background did not write. */
export const leftRows = (before: Standing, after: Standing): boolean =>
  before.rows !== after.rows && before.background === after.background
