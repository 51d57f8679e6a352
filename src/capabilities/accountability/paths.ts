/** Where the pages of this capability live, without the language. */
export const paths = {
  items: '/kennis/kamer',
  item: (id: string) => `/kennis/kamer/punten/${id}`,
  papers: '/kennis/kamer/stukken',
  paper: (id: string) => `/kennis/kamer/stukken/${id}`,
} as const

/** The names in the address: `/kennis/kamer?soort=motion&stand=open`. None of them takes free text. */
export const queryNames = { kind: 'soort', state: 'stand', dossier: 'dossier' } as const
