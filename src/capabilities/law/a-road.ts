import type { OrganisationKind, Role } from '#platform/actor.ts'
import type { FactKind } from './sharing-pack.ts'

/** For tests: people at either end of a road, and answers that open one or close it. */

export const today = '2026-11-30'

export type One = readonly [OrganisationKind, Role]
export type Expected = {
  readonly from: One
  readonly to: One
  readonly answers: Readonly<Record<string, string>>
  readonly goes: readonly FactKind[]
  /** answers that close the road, each of its own */
  readonly closes: readonly (readonly [question: string, answer: string])[]
  readonly notFrom: One
  readonly notTo: One
  /** the day on which the table knows this road for the first time */
  readonly first: string
}

export const words = 'op 3 november, voor dit gesprek'
export const consent = {
  consent: 'young-person',
  'consent-words': words,
  free: 'yes',
  necessary: 'yes',
}
export const withoutConsent = [
  ['consent', 'nobody'],
  ['free', 'no'],
  ['necessary', 'no'],
] as const
export const withoutConsentOrTask = [...withoutConsent, ['recipient-task', 'no']] as const
export const told = { told: 'harm', 'told-why': words }
export const task = { 'recipient-task': 'yes', necessary: 'yes', ...told }
export const withoutTask = [
  ['recipient-task', 'no'],
  ['necessary', 'no'],
] as const
const yesTo = (...questions: string[]) =>
  Object.fromEntries(questions.map((question) => [question, 'yes']))
export const report = {
  ...yesTo('suspicion', 'necessary', 'checkable', 'recipient-task'),
  ...{ 'told-first': 'unsafe', 'told-first-why': words },
}
export const withoutReport = [
  ['suspicion', 'no'],
  ['necessary', 'no'],
  ['checkable', 'no'],
  ['recipient-task', 'no'],
  ['told-first', 'not-yet'],
] as const
export const toldLater = { 'told-first': 'urgent', 'told-first-why': words }
export const coordinator: One = ['secondary-school', 'care-coordinator']
export const teacher: One = ['secondary-school', 'teacher']
export const officer: One = ['police', 'officer']
export const policePrivacy: One = ['police', 'privacy-officer']
export const municipal: One = ['municipality', 'municipal-coordinator']
export const mayor: One = ['municipality', 'mayor']
export const youthWorker: One = ['youth-help', 'youth-worker']
export const safeHome: One = ['safe-home', 'safe-home-worker']
export const prosecutor: One = ['prosecution', 'youth-prosecutor']
export const worker = (kind: OrganisationKind): One => [kind, 'partner-worker']
export const other = (kind: OrganisationKind): One => [kind, 'administrator']
