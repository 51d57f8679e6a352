import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Assets } from '#design/assets.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Job } from '#platform/jobs.ts'
import type { MakeRound } from '#platform/round.ts'
import { caseMemory } from './case-memory.ts'
import { documentPanel } from './panel-documents.ts'
import { reminderRound } from './remind-owners.ts'
import type { RouteParts } from './route-parts.ts'
import { caseRoutes } from './routes.ts'
import { type DocumentParts, documentRoutes } from './routes-documents.ts'
import { type PaperParts, paperRoutes } from './routes-paper.ts'

export { mayHaveCases, mayOpenCase } from './access.ts'
export { caseKey } from './case-key.ts'
export type { CaseKey } from './case-words.ts'
export { circleOf } from './circle-now.ts'
export type { CaseDesk } from './desk.ts'
export type { From, NewEntry } from './entry.ts'
export { type FactsOfCase, openToShare } from './facts-of-case.ts'
export { type CaseHead, findCase } from './find-case.ts'
export { readEntryForm } from './forms.ts'
export { keepersOfCase } from './keepers-of-case.ts'
export { countCasesLeft, handOverCases } from './left-behind.ts'
export { listOwnCases } from './list-cases.ts'
export { type DemoRegion, loadDemoCases } from './load-demo-cases.ts'
export { markRecalled } from './mark-recalled.ts'
export { caseNavigation } from './navigation.ts'
export { openCase } from './open-case.ts'
export { openingForm } from './opening-form.ts'
export { entryFields } from './pages-fields.ts'
export type { CasePanel, TaskPanel } from './panel.ts'
export { readIdentity } from './read-identity.ts'
export { documentUploads } from './routes-documents.ts'
export { readOwnSame } from './same-person.ts'
export { caseOpenTo, coordinatesCase, listPeopleNow } from './store-circle.ts'
export { findEntryFrom } from './store-entries.ts'
export { openTaskFrom } from './store-tasks.ts'
export { addTask, endTasksFrom, type NewTask } from './tasks.ts'
export { sentBefore, writeEntry } from './write-entry.ts'

type Parts = Omit<RouteParts, 'memory' | 'style'> &
  DocumentParts &
  PaperParts & {
    readonly assets: Assets
    readonly makeRound: MakeRound
  }

export type Cases = {
  readonly routes: Hono<HouseEnv>
  /** the reminders, and forgetting what was opened to search in */
  readonly jobs: readonly Job[]
}

/** The file on a young person, and the day of who coordinates. */
export function openCases({ assets, makeRound, ...parts }: Parts): Cases {
  const css = readFileSync(new URL('cases.css', import.meta.url))
  const style = assets.add('cases.css', 'text/css; charset=utf-8', css)
  const memory = caseMemory(() => parts.clock().epochMilliseconds)
  const routes = new Hono<HouseEnv>()
  const panels = [documentPanel, ...parts.panels]
  routes.route('/', caseRoutes({ ...parts, panels, memory, style }))
  routes.route('/', documentRoutes(parts))
  routes.route('/', paperRoutes(parts))
  return {
    routes,
    jobs: [
      makeRound(reminderRound(parts.desk.tell)),
      { name: 'forget-opened-cases', first: 60, every: 60, run: async () => memory.tidy() },
    ],
  }
}
