/** Where the pages of this capability live, without the language. */
export const paths = {
  law: '/kennis/recht',
  rule: (id: string) => `/kennis/recht/regels/${id}`,
  sharing: '/kennis/recht/delen',
  sharingTable: '/kennis/recht/delen/tabel',
  sharingLine: (id: string) => `/kennis/recht/delen/wegen/${id}`,
  proposals: '/kennis/recht/voorstellen',
  grounds: '/kennis/recht/sepotgronden',
  routes: '/kennis/recht/non-punishment',
} as const

/** The names in the address: `/kennis/recht/delen?van=school&naar=police`. None of them takes free text. */
export const queryNames = { subject: 'onderwerp', day: 'dag', from: 'van', to: 'naar' } as const
