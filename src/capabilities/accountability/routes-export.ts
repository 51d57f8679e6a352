import { Hono } from 'hono'
import { dutchDay } from '#platform/dates.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { csvType, writeCsv } from '#platform/table-file/csv.ts'
import { odsType, writeOds } from '#platform/table-file/ods.ts'
import type { TableFile } from '#platform/table-file/table-file.ts'
import { serveFile } from '#platform/upload/serve-file.ts'
import { answeredItems } from './answered-items.ts'
import {
  actionsTable,
  type ExportForm,
  exportActions,
  exportItems,
  itemsTable,
} from './export-register.ts'
import type { RegisterParts } from './register-desk.ts'
import { registerPaths } from './register-paths.ts'
import { actionQueryFrom, itemQueryFrom } from './register-query.ts'

type Parts = Pick<RegisterParts, 'inTransaction' | 'clock' | 'parliament'> & {
  /** Refuses unless this person proved just now who they are: a file that leaves cannot be called back. */
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<RegisterParts['clock']>) => void
}

/** The lists of a ministry as files, narrowed and ordered as the address says. */
export function exportRoutes({ inTransaction, clock, parliament, requireStepUp }: Parts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')

  const serve = (c: HouseContext, table: TableFile, form: ExportForm) => {
    const bytes = form === 'csv' ? writeCsv(table) : writeOds(table)
    async function* whole() {
      yield bytes
    }
    const name = `${table.title}.${form}`
    const mediaType = form === 'csv' ? csvType : odsType
    return serveFile(c, { name, mediaType, size: bytes.length, bytes: whole() })
  }

  const actions = (form: ExportForm) => async (c: HouseContext) => {
    requireStepUp(whoIsSignedIn(c), clock())
    const query = actionQueryFrom(c.req.query())
    const asked = { query, today: dutchDay(clock()), form }
    const { actions, own } = await act(c, (work) => exportActions(work, asked))
    const language = c.get('language')
    const items = answeredItems(language, parliament, own)
    return serve(c, actionsTable(language, actions, items), form)
  }
  const items = (form: ExportForm) => async (c: HouseContext) => {
    requireStepUp(whoIsSignedIn(c), clock())
    const query = itemQueryFrom(c.req.query())
    const term = parliament.answerTerm
    const found = await act(c, (work) => exportItems(work, { query, term, form }))
    return serve(c, itemsTable(c.get('language'), found), form)
  }

  app.get(registerPaths.actionsCsv, actions('csv'))
  app.get(registerPaths.actionsOds, actions('ods'))
  app.get(registerPaths.itemsCsv, items('csv'))
  app.get(registerPaths.itemsOds, items('ods'))
  return app
}
