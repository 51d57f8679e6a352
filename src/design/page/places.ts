/** Where the page head and foot lead, without the language. The capabilities mount these paths. */
export const places = {
  signIn: '/inloggen',
  signOut: '/uitloggen',
  sessions: '/sessies',
  language: '/sessie/taal',
  confirm: '/sessie/bevestig',
  proven: '/sessie/klaar',
  privacy: '/privacy',
  accessibility: '/toegankelijkheid',
  source: '/broncode',
} as const
