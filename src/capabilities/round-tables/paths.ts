/** Where the pages of this capability live, without the language. */
export const paths = {
  list: '/overleg',
  convene: '/overleg/nieuw',
  table: (id: string) => `/overleg/${id}`,
  seat: (id: string) => `/overleg/${id}/plaats`,
  bring: (id: string) => `/delen/nieuw?bij=round-table/${id}`,
  write: (id: string) => `/overleg/${id}/opschrijven`,
  eraseWritten: (id: string, item: string) => `/overleg/${id}/opgeschreven/${item}/wissen`,
  agree: (id: string) => `/overleg/${id}/afspreken`,
  agreement: (id: string, item: string) => `/overleg/${id}/afspraken/${item}`,
  takeBack: (id: string, item: string) => `/overleg/${id}/afspraken/${item}/terugnemen`,
  minutes: (id: string) => `/overleg/${id}/verslag`,
  word: (id: string) => `/overleg/${id}/verslag/reactie`,
  fix: (id: string) => `/overleg/${id}/verslag/vastleggen`,
  end: (id: string) => `/overleg/${id}/beeindigen`,
  case: (caseId: string) => `/casussen/${caseId}`,
} as const
