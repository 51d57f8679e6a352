/** Where the pages of this capability live, without the language. */
export const paths = {
  dossiers: '/dossiers',
  newDossier: '/dossiers/nieuw',
  compare: '/dossiers/vergelijken',
  dossier: (id: string) => `/dossiers/${id}`,
  fact: (id: string, fact: string) => `/dossiers/${id}#feit-${fact}`,
  worksheet: (id: string) => `/dossiers/${id}/werkblad`,
  element: (id: string, element: string) => `/dossiers/${id}/werkblad/${element}`,
  sign: (id: string) => `/dossiers/${id}/besluit/nieuw`,
  decision: (id: string, decision: string) => `/dossiers/${id}/besluit/${decision}`,
  notice: (id: string, recipient: string) => `/dossiers/${id}/bericht/${recipient}`,
  received: (id: string) => `/ontvangen/${id}`,
  circle: (id: string) => `/dossiers/${id}/kring`,
  withdraw: (id: string, what: string, line: string) => `/dossiers/${id}/weghalen/${what}/${line}`,
} as const
