/** Where the pages of this capability live, without the language. */
export const paths = {
  figures: '/kennis/cijfers',
  period: (definition: string, period: string) => `/kennis/cijfers/${definition}/${period}`,
  edition: (definition: string, period: string, edition: number) =>
    `/kennis/cijfers/${definition}/${period}/${edition}`,
  evidence: (definition: string, period: string, edition: number) =>
    `/kennis/cijfers/${definition}/${period}/${edition}/bewijs`,
  own: '/cijfers',
  turnOn: '/cijfers/aan',
  turnOff: '/cijfers/uit',
  again: '/cijfers/opnieuw',
} as const

/** Where a cell stands on the page of its edition; `cell` is its code. */
export const cellAnchor = (cell: string): string => `cel-${cell}`
