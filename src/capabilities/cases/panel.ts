import type { Html } from '#design/html.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { CaseHead } from './find-case.ts'
import type { CaseTask } from './read-case.ts'

/**
 * What another capability shows on the page of a case; nothing when it has nothing to say. Runs in the
 * transaction of the page, whose entry in the trail says that the case was read.
 */
export type CasePanel = (
  work: Work,
  head: CaseHead,
  language: Language,
) => Promise<{ readonly main?: Html; readonly aside?: Html } | undefined>

/** What another capability shows at an open task that came from a record of its own; in the same way. */
export type TaskPanel = (
  work: Work,
  head: CaseHead,
  task: Pick<CaseTask, 'from'>,
  language: Language,
) => Promise<Html | undefined>
