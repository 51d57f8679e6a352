/** Where the pages of this capability live, without the language. */
export const paths = {
  law: '/kennis/recht',
  rule: (id: string) => `/kennis/recht/regels/${id}`,
} as const
