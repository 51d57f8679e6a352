/** Addresses of this capability, without the language. */
export const paths = {
  programs: '/organisatie/programmas',
  newProgram: '/organisatie/programmas/nieuw',
  program: (id: string) => `/organisatie/programmas/${id}`,
  /** how a program begins, for the people who make it */
  guide: '/voor-programmas',
  token: '/api/oauth/token',
  metadata: '/.well-known/oauth-authorization-server',
  keys: '/.well-known/jwks.json',
  api: '/api/v1',
  description: '/api/v1/openapi.json',
} as const
