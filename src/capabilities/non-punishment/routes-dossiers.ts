import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { compareDecisions } from './compare-decisions.ts'
import { kinds } from './comparing.ts'
import { readFields } from './fields.ts'
import { prosecutor } from './find-dossier.ts'
import { listDossiers } from './list-dossiers.ts'
import { openDossier } from './open-dossier.ts'
import { comparePage } from './pages-compare.ts'
import { dossierAside, dossierPage } from './pages-dossier.ts'
import { circlePage, listPage, openFields, openPage } from './pages-list.ts'
import { paths } from './paths.ts'
import { readDossier } from './read-dossier.ts'
import { dossierHouse, type RouteParts } from './route-parts.ts'
import { sentences, t, wayTo } from './words.ts'

/** The list, a new dossier, the brief, who sees it, and decisions side by side. */
export function dossierRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, keeping } = dossierHouse(parts)

  app.get('/dossiers', async (c) => {
    const language = c.get('language')
    const after = c.req.query('na')
    const reference = c.req.query('kenmerk') ?? ''
    const asked = { before: after && isId(after) ? after : undefined, reference }
    const dossiers = await act(c, (work) => listDossiers(work, desk, asked))
    const content = listPage(language, dossiers, reference.slice(0, 30))
    return page(c, { title: t(language).list.title, content })
  })

  const showOpen = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    await act(c, async (work) => {
      prosecutor(work)
      work.audit({ act: 'dossier.begin' })
    })
    return page(c, {
      title: t(language).open.title,
      breadcrumbs: wayTo(language),
      content: openPage(language, {
        typed,
        wrong: sentences(language, errors),
        key: keyIn(typed) ?? newId(),
      }),
      errors,
    })
  }

  app.get(paths.newDossier, (c) => showOpen(c, {}, {}))

  app.post(paths.newDossier, async (c) => {
    const typed = await typedIn(c)
    return keeping(c, { typed }, async () => {
      const form = readFields(openFields, typed)
      if ('errors' in form) return showOpen(c, typed, form.errors)
      const key = keyIn(typed)
      const id = await act(c, (work) => openDossier(work, desk, { words: form.value, key }))
      return go(c, paths.dossier(id))
    })
  })

  app.get(paths.compare, async (c) => {
    const language = c.get('language')
    const kind = kinds.find((one) => one === c.req.query('naar')) ?? 'route'
    const years = await act(c, (work) => compareDecisions(work, desk, { kind }))
    return page(c, {
      title: t(language).compare.title,
      breadcrumbs: wayTo(language),
      content: comparePage(language, desk, years, kind),
      wide: true,
    })
  })

  app.get('/dossiers/:id', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readDossier(work, desk, idIn(c)))
    return page(c, {
      title: t(language).page.title(read.head.code),
      breadcrumbs: wayTo(language),
      content: dossierPage(language, desk, read),
      aside: dossierAside(language, read),
    })
  })

  app.get('/dossiers/:id/kring', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readDossier(work, desk, idIn(c)))
    return page(c, {
      title: t(language).circle.title,
      breadcrumbs: wayTo(language, read.head),
      content: circlePage(language, read),
    })
  })

  return app
}
