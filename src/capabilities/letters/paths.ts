/** Where the pages of this capability live, without the language. */
export const paths = {
  list: '/verantwoording/brieven',
  begin: '/verantwoording/brieven/nieuw',
  one: (id: string) => `/verantwoording/brieven/${id}`,
  frame: (id: string) => `/verantwoording/brieven/${id}/kop`,
  addBlock: (id: string) => `/verantwoording/brieven/${id}/stukken/nieuw`,
  block: (id: string, block: string) => `/verantwoording/brieven/${id}/stukken/${block}`,
  moveBlock: (id: string, block: string) => `/verantwoording/brieven/${id}/stukken/${block}/eerder`,
  removeBlock: (id: string, block: string) => `/verantwoording/brieven/${id}/stukken/${block}/weg`,
  figures: (id: string) => `/verantwoording/brieven/${id}/cijfers`,
  releaseFigure: (id: string) => `/verantwoording/brieven/${id}/cijfers/los`,
  preview: (id: string) => `/verantwoording/brieven/${id}/voorbeeld`,
  round: (id: string) => `/verantwoording/brieven/${id}/rondsturen`,
  received: (id: string) => `/verantwoording/brieven/ontvangen/${id}`,
  fix: (id: string) => `/verantwoording/brieven/${id}/vaststellen`,
  publish: (id: string) => `/verantwoording/brieven/${id}/publiceren`,
  takeBack: (id: string) => `/verantwoording/brieven/${id}/terughalen`,
  correct: (id: string) => `/verantwoording/brieven/${id}/verbeteren`,
  putAway: (id: string) => `/verantwoording/brieven/${id}/wegleggen`,
  putBack: (id: string) => `/verantwoording/brieven/${id}/terugleggen`,
  versions: (id: string) => `/verantwoording/brieven/${id}/versies`,
  compare: (id: string) => `/verantwoording/brieven/${id}/vergelijken`,
} as const

/** Where everybody reads what is published: signing in is asked under the other address. */
export const publicPaths = {
  list: '/kennis/brieven',
  one: (id: string) => `/kennis/brieven/${id}`,
  file: (id: string, format: string) => `/kennis/brieven/${id}/bestanden/${format}`,
  /** what letters lead to, and where to read on while there are none */
  parliament: '/kennis/kamer',
  figures: '/kennis/cijfers',
} as const

/** The names in the address of two versions beside each other. */
export const compareNames = { from: 'van', to: 'tot' } as const
