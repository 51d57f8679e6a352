/** Where the pages of this capability live, without the language. */
export const paths = {
  practise: '/oefenen',
  story: (id: string) => `/oefenen/verhaal/${id}`,
  note: (id: string) => `/oefenen/verhaal/${id}/notitie`,
  mine: '/oefenen/mijn',
  discardNote: (id: string) => `/oefenen/mijn/notities/${id}/weggooien`,
  team: '/oefenen/team',
  term: '/oefenen/team/termijn',
  invite: '/oefenen/team/uitnodigen',
  film: '/oefenen/film',
  filmRequests: '/oefenen/film/aanvragen',
  newFilmRequest: '/oefenen/film/aanvragen/nieuw',
  filmLoans: '/oefenen/film/vragen',
  filmLoan: (id: string) => `/oefenen/film/vragen/${id}`,
  filmBack: (id: string) => `/oefenen/film/vragen/${id}/terug`,
  signal: (id: string) => `/kennis/signalen/${id}`,
  signIn: '/inloggen',
} as const
