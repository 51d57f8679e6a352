/** Where the pages of this capability live, without the language. */
export const paths = {
  lines: '/kennis/hulplijnen',
  catalogue: '/kennis/hulp',
  publicOffers: '/kennis/hulp/aanbod',
  intervention: (id: string) => `/kennis/hulp/${id}`,
  offers: '/aanbod',
  newOffer: '/aanbod/nieuw',
  offer: (id: string) => `/aanbod/${id}`,
  withdrawOffer: (id: string) => `/aanbod/${id}/intrekken`,
  case: (caseId: string) => `/casussen/${caseId}`,
  placements: (caseId: string) => `/casussen/${caseId}/hulp`,
  find: (caseId: string) => `/casussen/${caseId}/hulp/zoek`,
  propose: (caseId: string) => `/casussen/${caseId}/hulp/nieuw`,
  placement: (caseId: string, id: string) => `/casussen/${caseId}/hulp/${id}`,
} as const
