import { Hono } from 'hono'
import { html } from '#design/html.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { mayEditProtocol } from './access.ts'
import { type CheckView, checkPage } from './pages-check.ts'
import {
  contentsOf,
  differencesPage,
  editionsPage,
  printPage,
  protocolBody,
  protocolPage,
} from './pages-protocol.ts'
import {
  checkEdition,
  listEditions,
  type ReadEdition,
  readDraft,
  readEdition,
  readProtocol,
} from './read-editions.ts'
import type { RouteParts } from './routes.ts'
import { t } from './words.ts'

export const protocolPlace = (c: HouseContext) => ({
  text: t(c.get('language')).menu,
  href: link(c.get('language'), '/protocol'),
})

/** Asks the page of the protocol to say that it was put in force a moment ago. */
export const justAdopted = 'vastgesteld'

/** The protocol as everybody at the school reads it. */
export function protocolRoutes({ desk, inTransaction, respond }: RouteParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const { knowledge } = desk
  const act = acting(inTransaction, 'manage-organisation')
  const under = (c: HouseContext) => ({
    breadcrumbs: [protocolPlace(c)],
    under: protocolPlace(c).href,
  })

  app.get('/protocol', async (c) => {
    const language = c.get('language')
    const { actor } = whoIsSignedIn(c)
    const read = await act(c, (work) => readProtocol(work, desk))
    return respond(c, {
      title: t(language).read.title,
      content: protocolPage(language, {
        knowledge,
        read,
        actor,
        justAdopted: c.req.query(justAdopted) !== undefined,
      }),
    })
  })

  app.get('/protocol/afdruk', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readProtocol(work, desk))
    return respond(c, {
      title: t(language).read.printTitle,
      ...under(c),
      content: printPage(language, { knowledge, read }),
      print: true,
    })
  })

  app.get('/protocol/edities', async (c) => {
    const language = c.get('language')
    const editions = await act(c, listEditions)
    return respond(c, {
      title: t(language).editions.title,
      ...under(c),
      content: editionsPage(language, editions),
    })
  })

  app.get('/protocol/edities/:id', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readEdition(work, desk, idIn(c)))
    const title = t(language).editions.number(read.edition?.number ?? 0)
    return respond(c, {
      title,
      ...under(c),
      content: html`<h1>${read.protocol.name[language]}: ${title}</h1>
${read.edition?.state === 'replaced' ? html`<p>${t(language).read.replaced(read.edition.number)}</p>` : ''}
${protocolBody(language, { knowledge, read, contents: contentsOf(language, read.protocol, false) })}`,
    })
  })

  /** The draft for who prepares it, and otherwise what counts now. */
  const draftOrCurrent = async (work: Work, wanted: boolean): Promise<ReadEdition> =>
    (wanted && mayEditProtocol(work.actor) ? await readDraft(work, desk) : undefined) ??
    readProtocol(work, desk)

  app.get('/protocol/verschillen', async (c) => {
    const language = c.get('language')
    const wanted = c.req.query('concept') !== undefined
    const read = await act(c, (work) => draftOrCurrent(work, wanted))
    return respond(c, {
      title: t(language).differences.title,
      ...under(c),
      content: differencesPage(language, { read, newest: desk.protocols.example.edition.id }),
      wide: true,
    })
  })

  app.get('/protocol/controle', async (c) => {
    const language = c.get('language')
    const { actor } = whoIsSignedIn(c)
    const view = await act(c, async (work): Promise<CheckView> => {
      const mayEdit = mayEditProtocol(actor)
      const draft = mayEdit ? await readDraft(work, desk) : undefined
      const read = draft ?? (await readProtocol(work, desk))
      return {
        of: draft ? 'draft' : read.edition ? 'in-force' : 'example',
        protocol: read.protocol,
        findings: await checkEdition(work, desk, read),
        sufficiency: desk.protocols.sufficiency,
        knowledge,
        mayEdit,
        hasDraft: draft !== undefined,
      }
    })
    return respond(c, {
      title: t(language).check.title,
      ...under(c),
      content: checkPage(language, view),
    })
  })

  return app
}
