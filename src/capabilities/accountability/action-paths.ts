/** Where the register of a ministry lives, without the language. */
export const actionPaths = {
  list: '/verantwoording',
  due: '/verantwoording/voor-de-brief',
  add: '/verantwoording/acties/nieuw',
  one: (id: string) => `/verantwoording/acties/${id}`,
  change: (id: string) => `/verantwoording/acties/${id}/wijzigen`,
} as const

/** The names in the address of the page of what is due. */
export const dueQuery = 'dag'
