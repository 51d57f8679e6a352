/** Where everything that crosses between organisations comes together, without the language. */
export const together = '/samenwerken'

/** Where the pages of this capability live, without the language. */
export const paths = {
  sent: '/delen',
  begin: '/delen/nieuw',
  one: (id: string) => `/delen/${id}`,
  facts: (id: string) => `/delen/${id}/feiten`,
  recipient: (id: string) => `/delen/${id}/ontvanger`,
  basis: (id: string) => `/delen/${id}/grond`,
  check: (id: string) => `/delen/${id}/nakijken`,
  deliver: (id: string) => `/delen/${id}/leveren`,
  notShare: (id: string) => `/delen/${id}/niet-delen`,
  throwAway: (id: string) => `/delen/${id}/weggooien`,
  reply: (id: string) => `/delen/${id}/antwoord`,
  recall: (id: string) => `/delen/${id}/terughalen`,
  received: '/ontvangen',
  oneReceived: (id: string) => `/ontvangen/${id}`,
  accept: (id: string) => `/ontvangen/${id}/aannemen`,
  return: (id: string) => `/ontvangen/${id}/terugsturen`,
  decline: (id: string) => `/ontvangen/${id}/afwijzen`,
  beginCase: (id: string) => `/ontvangen/${id}/casus`,
  answer: (id: string, place: string) => `/ontvangen/${id}/${place}`,
  take: (id: string) => `/ontvangen/${id}/overnemen`,
} as const
