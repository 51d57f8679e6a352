/** Where a school answers: no code and no answer ever stands in an address. */
export const surveyPaths = {
  begin: '/onderzoek',
  /** `at` counts pages from 1 */
  page: (at: number) => `/onderzoek/vragen/${at}`,
  check: '/onderzoek/controle',
  kept: '/onderzoek/bewaard',
  done: '/onderzoek/klaar',
} as const

/** Where researchers lead a survey. */
export const wavePaths = {
  list: '/metingen',
  add: '/metingen/nieuw',
  one: (id: string) => `/metingen/${id}`,
  lists: (id: string) => `/metingen/${id}/lijsten`,
  removeList: (id: string) => `/metingen/${id}/lijsten/weg`,
  draw: (id: string) => `/metingen/${id}/trekking`,
  key: (id: string) => `/metingen/${id}/sleutel`,
  open: (id: string) => `/metingen/${id}/begin`,
  schools: (id: string) => `/metingen/${id}/scholen`,
  addresses: (id: string) => `/metingen/${id}/adressen`,
  invite: (id: string) => `/metingen/${id}/uitnodigen`,
  paper: (id: string) => `/metingen/${id}/brieven`,
  remind: (id: string) => `/metingen/${id}/herinneren`,
  code: (id: string) => `/metingen/${id}/code`,
  close: (id: string) => `/metingen/${id}/sluiten`,
  urn: (id: string) => `/metingen/${id}/stembus`,
  results: (id: string) => `/metingen/${id}/uitkomsten`,
  words: (id: string, question: string) => `/metingen/${id}/woorden/${question}`,
  publish: (id: string) => `/metingen/${id}/publiceren`,
} as const

/** The names in the address by which schools of a sample are looked for. */
export const schoolQuery = { name: 'zoek', only: 'wie' } as const

/** The name in the address of a wave of what was just done there. */
export const doneQuery = 'gedaan'

/** The name in the address of the wave that results are compared with. */
export const beforeQuery = 'eerder'
