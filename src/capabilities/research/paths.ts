/** Where the pages of this capability live, without the language. */
export const paths = {
  research: '/kennis/onderzoek',
  questionnaire: (name: string) => `/kennis/onderzoek/vragenlijst/${name}`,
  results: (id: string) => `/kennis/onderzoek/uitkomsten/${id}`,
} as const
