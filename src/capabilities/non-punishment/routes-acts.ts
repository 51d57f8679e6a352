import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type ActName, acts, type PagedAct } from './acts.ts'
import type { DossierDesk } from './desk.ts'
import { notLookedBox } from './page-parts.ts'
import { actPage, askByDelivery } from './pages-act.ts'
import { paths } from './paths.ts'
import { type ReadDossier, readDossier } from './read-dossier.ts'
import { dossierHouse, errorsFrom, type RouteParts } from './route-parts.ts'
import { sentences, t, wayTo } from './words.ts'

const names = Object.keys(acts) as ActName[]

/** Every act on a dossier that has one page with one form. */
export function actRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, keeping } = dossierHouse(parts)
  const titleOf = (c: HouseContext) => (id: string) =>
    desk.worksheet.elements.find((one) => one.id === id)?.title[c.get('language')] ?? id

  const show = async (c: HouseContext, name: ActName, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const one: PagedAct = acts[name]
    const { read, people } = await act(c, async (work) => {
      const dossier = await readDossier(work, desk, idIn(c))
      if (!one.isOpen(dossier.head)) refuse('conflict', 'not-in-this-state')
      return { read: dossier, people: await peopleFor(work, desk, name, dossier) }
    })
    return page(c, {
      title: t(language).acts[name].title,
      breadcrumbs: wayTo(language, read.head),
      content: actPage(language, {
        act: name,
        id: read.head.id,
        typed,
        wrong: sentences(language, errors),
        key: keyIn(typed) ?? newId(),
        facts: read.facts,
        forms: desk.forms,
        people,
        ...(name === 'work-out' ? { beside: notLookedBox(language, read, titleOf(c)) } : {}),
        ...(name === 'ask' ? { beside: askByDelivery(language, read.head.id) } : {}),
      }),
      errors,
    })
  }

  for (const name of names) {
    const { path, read, fields, goesTo = '' }: PagedAct = acts[name]
    const address = `/dossiers/:id/${path}` as const
    app.get(address, (c) => keeping(c, { id: idIn(c), typed: {} }, () => show(c, name, {}, {})))
    app.post(address, async (c) => {
      const id = idIn(c)
      const typed = await typedIn(c)
      return keeping(c, { id, typed }, async () => {
        const form = read(typed)
        if ('errors' in form) return show(c, name, typed, form.errors)
        try {
          await act(c, (work) => form.value(work, desk, id, keyIn(typed)))
        } catch (error) {
          const wrong = errorsFrom(
            error,
            fields.map((field) => field.name),
          )
          return show(c, name, typed, wrong)
        }
        return go(c, paths.dossier(id) + goesTo)
      })
    })
  }

  return app
}

/** Whom this act can be about. */
async function peopleFor(
  work: Work,
  { colleagues }: DossierDesk,
  name: ActName,
  { head, circle, names: known }: ReadDossier,
): Promise<ReadonlyMap<string, string>> {
  if (name === 'end-in-circle') {
    const others = circle.filter((id) => id !== head.handlerId)
    return new Map(others.map((id) => [id, known.get(id) ?? '']))
  }
  if (name !== 'add-to-circle' && name !== 'hand-over') return new Map()
  const there = new Set(name === 'hand-over' ? [head.handlerId] : circle)
  const all = await colleagues(work, ['youth-prosecutor'])
  return new Map(
    all
      .filter(({ personId }) => !there.has(personId))
      .map(({ personId, name: called }) => [personId, called]),
  )
}
