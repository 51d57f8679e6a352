/** Where the papers and items of a ministry's own register live, without the language. */
export const registerPaths = {
  papers: '/verantwoording/stukken',
  paper: (id: string) => `/verantwoording/stukken/${id}`,
  head: (id: string) => `/verantwoording/stukken/${id}/welk`,
  aside: (id: string) => `/verantwoording/stukken/${id}/opzij`,
  sure: (id: string) => `/verantwoording/stukken/${id}/zeker`,
  find: (id: string, number: number) => `/verantwoording/stukken/${id}/vondsten/${number}`,
  items: '/verantwoording/punten',
  addItem: '/verantwoording/punten/nieuw',
  item: (id: string) => `/verantwoording/punten/${id}`,
  actionsCsv: '/verantwoording/acties.csv',
  actionsOds: '/verantwoording/acties.ods',
  itemsCsv: '/verantwoording/punten.csv',
  itemsOds: '/verantwoording/punten.ods',
  changeItem: (id: string) => `/verantwoording/punten/${id}/wijzigen`,
  takeOutItem: (id: string) => `/verantwoording/punten/${id}/eruit`,
  putBackItem: (id: string) => `/verantwoording/punten/${id}/terug`,
} as const

/** The names in the address of the list of papers, and of one paper. */
export const paperQuery = {
  words: 'zoek',
  dossier: 'dossier',
  page: 'bladzijde',
  part: 'deel',
} as const

/** Where a find stands on the page of its paper: in the text, and in the list beside it. */
export const anchors = {
  inText: (number: number) => `plaats-${number}`,
  inList: (number: number) => `vondst-${number}`,
} as const
