import { type Language, link } from '#platform/language.ts'

export const casesPath = '/casussen'
export const dayPath = '/vandaag'

export const casePath = (id: string, at = ''): string =>
  `${casesPath}/${id}${at === '' ? '' : `/${at}`}`

/** The acts on a case that have a page of their own, and its address. */
export const actPaths = {
  fact: 'feit',
  interpretation: 'duiding',
  decision: 'besluit',
  contact: 'contact',
  task: 'taken/nieuw',
  circle: 'kring/nieuw',
  handOver: 'overdragen',
  takeOver: 'overnemen',
  role: 'rollen/nieuw',
  question: 'vraag',
  identity: 'jongere',
  close: 'afronden',
  reopen: 'heropenen',
} as const
export type PagedAct = keyof typeof actPaths

export const caseLink = (language: Language, id: string, at = ''): string =>
  link(language, casePath(id, at))
