import type { Door } from '#design/doors/doors.ts'
import { type Language, link } from '#platform/language.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/**
 * The pages under /kennis/recht, in the order in which they are shown. A new page about the law, such as clocks
 * or routes, is one entry here with its title and text in the messages.
 */
const sections = [
  { id: 'sharing', path: paths.sharing },
  { id: 'sharingTable', path: paths.sharingTable },
  { id: 'routes', path: paths.routes },
  { id: 'grounds', path: paths.grounds },
  { id: 'proposals', path: paths.proposals },
] as const

export const lawSections = (language: Language): readonly Door[] =>
  sections.map(({ id, path }) => ({ ...t(language).sections[id], href: link(language, path) }))
