/** Where the public pages are, without the language. */
export const places = {
  home: '/',
  explore: '/verken',
  exploreForParents: '/verken/ouder',
  pressure: '/onder-druk',
  offline: '/verken/offline',
  manifest: '/verken.webmanifest',
  /** the pages that the worker keeps, in one answer */
  keptPages: '/verken-bewaren.json',
  /** at the root, because a worker only sees pages below its own address */
  worker: '/verken-offline.js',
  /** of the knowledge and signals capabilities */
  knowledge: '/kennis',
  signal: '/kennis/signalen/',
  helpLines: '/kennis/hulplijnen',
  record: '/signalen/nieuw',
  /** of the training capability */
  practise: '/oefenen',
} as const
