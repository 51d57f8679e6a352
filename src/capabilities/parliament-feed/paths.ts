/** Where the pages of this capability live, without the language. */
export const paths = {
  found: '/verantwoording/kamer',
  seen: '/verantwoording/kamer/gezien',
  take: '/verantwoording/kamer/overnemen',
  sources: '/verantwoording/kamer/bronnen',
  setting: '/organisatie/open-data',
} as const

/** The names in the address: `/verantwoording/kamer?soort=motion&dossier=29911&alles=ja&blad=2`. */
export const queryNames = { kind: 'soort', dossier: 'dossier', all: 'alles', page: 'blad' } as const
