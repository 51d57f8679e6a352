/** Where the pages of this capability live, without the language. */
export const paths = {
  list: '/advies',
  ask: '/advies/nieuw',
  question: (id: string) => `/advies/${id}`,
  take: (id: string) => `/advies/${id}/oppakken`,
  /** begins a delivery to who answered */
  share: (id: string) => `/delen/nieuw?bij=advice/${id}`,
  case: (caseId: string) => `/casussen/${caseId}`,
} as const

/** The last part of the address of each act that has a page. */
export const actPaths = {
  add: 'aanvulling',
  reply: 'reactie',
  close: 'afronden',
  answer: 'antwoord',
  'ask-back': 'terugvraag',
  end: 'afsluiten',
} as const

export type PagedAct = keyof typeof actPaths
