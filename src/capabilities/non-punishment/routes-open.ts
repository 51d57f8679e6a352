import type { Route, RouteKind, SepotCode, SepotFile, SepotTest } from '#capabilities/law/index.ts'

/**
 * Which routes the rules leave open on a day and at a stage, for a person to choose from. Pure; it weighs
 * nothing. source of the rules about grounds: Aanwijzing sepot, annex of 2014 (knowledge/law/sepot.yaml).
 */

/** In which order the rules demand that routes are looked at; within one kind the file decides. */
const inOrder: readonly RouteKind[] = [
  'status',
  'technical',
  'policy',
  'execution',
  'prosecution',
  'court',
  'bill',
]

export type Closed = 'bill' | 'repealed' | 'not-yet-in-force' | 'no-longer-in-force' | 'other-stage'
export type RouteNow = { readonly route: Route; readonly closed: Closed | undefined }

/** `on` is an ISO date. */
type Moment = { readonly on: string; readonly stage: string }

export const routesOpen = (routes: readonly Route[], moment: Moment): readonly RouteNow[] =>
  [...routes]
    .sort((one, other) => inOrder.indexOf(one.kind) - inOrder.indexOf(other.kind))
    .map((route) => ({ route, closed: whyClosed(route, moment) }))

function whyClosed(route: Route, { on, stage }: Moment): Closed | undefined {
  if (route.status === 'bill') return 'bill'
  if (route.status === 'repealed') return 'repealed'
  if (route.validFrom && on < route.validFrom) return 'not-yet-in-force'
  if (route.validUntil && on >= route.validUntil) return 'no-longer-in-force'
  return route.stages.includes(stage) ? undefined : 'other-stage'
}

/** Whether this route ends in not prosecuting, on a ground of the annex. */
export const isSepot = (routes: readonly Route[], id: string): boolean =>
  routes.some((route) => route.id === id && route.codes.length > 0)

/** The grounds that exist on a day, in the order of the annex. */
export const groundsOn = (codes: readonly SepotCode[], on: string): readonly SepotCode[] =>
  codes.filter(({ validUntil }) => validUntil === null || on < validUntil)

/** What is chosen for one offence. */
export type Choice = {
  readonly route: string
  /** in order of importance, as a person put them */
  readonly grounds: readonly string[]
  /** empty: none */
  readonly conditions: string
  /** what the technical test came to, in words; a policy ground needs it */
  readonly technicalTest: string
  /** why an earlier ground does not fit: 06 before 42, 01 before 02 */
  readonly earlierGround: string
  /** why this route for this offence; where a decision is about one, its reasons say so */
  readonly why: string
}

export type ChoiceRefusal =
  | 'route-closed'
  | 'ground-missing'
  | 'ground-unknown'
  | 'ground-twice'
  | 'ground-of-another-route'
  | 'technical-excludes-policy'
  | 'conditions-need-policy'
  | 'one-stands-alone'
  | 'technical-first'
  | 'earlier-ground-first'

type Rules = { readonly routes: readonly Route[]; readonly sepot: SepotFile }

/** Whether the rules allow this choice; the first rule against it when they do not. */
export function whyNot(
  { routes, sepot }: Rules,
  moment: Moment,
  choice: Choice,
): ChoiceRefusal | undefined {
  const route = routes.find(({ id }) => id === choice.route)
  if (!route || whyClosed(route, moment)) return 'route-closed'
  if (route.codes.length === 0)
    return choice.grounds.length > 0 ? 'ground-unknown' : noPolicy(choice)
  const [first] = choice.grounds
  if (first === undefined) return 'ground-missing'
  const tests = choice.grounds.map((code) => testOf(sepot, code, moment.on))
  if (tests.includes(undefined)) return 'ground-unknown'
  if (new Set(choice.grounds).size < choice.grounds.length) return 'ground-twice'
  if (choice.grounds.includes('01') && choice.grounds.length > 1) return 'one-stands-alone'
  if (new Set(tests).size > 1) return 'technical-excludes-policy'
  if (!route.codes.includes(first)) return 'ground-of-another-route'
  const test = tests[0]
  if (test === 'policy' && choice.technicalTest.trim() === '') return 'technical-first'
  if (test !== 'policy' && choice.conditions.trim() !== '') return 'conditions-need-policy'
  const later = choice.grounds.includes('42') || choice.grounds.includes('02')
  return later && choice.earlierGround.trim() === '' ? 'earlier-ground-first' : undefined
}

const noPolicy = ({ conditions }: Choice): ChoiceRefusal | undefined =>
  conditions.trim() === '' ? undefined : 'conditions-need-policy'

function testOf({ codes, groups }: SepotFile, code: string, on: string): SepotTest | undefined {
  const ground = groundsOn(codes, on).find((one) => one.code === code)
  return groups.find(({ id }) => id === ground?.group)?.test
}
