import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { keepersIn, workersIn } from './access.ts'
import { acts, mustBeOffered, pagedActs } from './acts.ts'
import type { CaseDesk } from './desk.ts'
import { actPage } from './pages-act.ts'
import { actPaths, casePath, type PagedAct } from './paths.ts'
import { type ReadCase, readCase } from './read-case.ts'
import { caseHouse, errorsFrom, type RouteParts } from './route-parts.ts'
import { sentences, t } from './words.ts'

/** Every act on a case that has a page of its own. */
export function actRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, crumbs, keeping, opening } = caseHouse(parts)

  type Shown = { readonly id: string; readonly typed: Typed; readonly errors: FormErrors }

  const show = async (
    c: HouseContext,
    name: PagedAct,
    { id, typed, errors }: Shown,
    overtaken = false,
  ) => {
    const language = c.get('language')
    const { filled, standing, choices } = acts[name]
    const { read, people } = await act(c, async (work) => {
      const read = await readCase(work, desk, id)
      mustBeOffered(read.head, name)
      return { read, people: await peopleFor(work, desk, read, choices) }
    })
    const now = filled?.(read) ?? {}
    const fresh = Object.keys(typed).length === 0
    const version = now.version ?? '1'
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title: t(language).acts[name].title,
      breadcrumbs: crumbs(language, read.head),
      content: actPage(language, {
        act: name,
        head: read.head,
        typed: fresh ? now : overtaken ? { ...typed, version } : typed,
        wrong: sentences(language, errors),
        people,
        atSchool: read.atSchool,
        key: keyIn(typed) ?? newId(),
        overtakenBy: overtaken ? standing?.(language, read) : undefined,
      }),
      error: wrong,
      status: overtaken ? 409 : wrong ? 422 : 200,
    })
  }

  for (const name of pagedActs) {
    const path = `/casussen/:id/${actPaths[name]}` as const
    const { read, verb, goesTo = '' } = acts[name]
    app.get(path, (c) => opening(c, () => show(c, name, { id: idIn(c), typed: {}, errors: {} })))
    app.post(path, async (c) => {
      const id = idIn(c)
      const typed = await typedIn(c)
      return keeping(c, { id, typed }, async () => {
        const form = read(typed)
        if (!form.ok) return show(c, name, { id, typed, errors: form.errors })
        try {
          await act(c, (work) => verb(work, desk, id, { value: form.value, key: keyIn(typed) }))
        } catch (error) {
          if (error instanceof Refusal && error.because === 'overtaken') {
            return show(c, name, { id, typed, errors: {} }, true)
          }
          return show(c, name, { id, typed, errors: errorsFrom(error, typed) })
        }
        return go(c, casePath(id, goesTo))
      })
    })
  }

  return app
}

/** Whom this person can choose from; never themselves where that means nothing. */
async function peopleFor(
  work: Work,
  { colleagues }: CaseDesk,
  { circle, names }: ReadCase,
  choices: 'circle' | 'colleagues' | 'followers' | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (!choices) return new Map()
  if (choices === 'circle') {
    const standing = circle.filter(({ stands, here }) => stands && here)
    return new Map(standing.map(({ personId }) => [personId, names.get(personId) ?? '']))
  }
  const roles = choices === 'followers' ? keepersIn(work) : workersIn(work)
  const all = await colleagues(work, roles)
  const me = work.actor.kind === 'person' ? work.actor.personId : ''
  const there = new Set(
    choices === 'colleagues'
      ? circle.filter((one) => one.stands && !one.untilAt).map(({ personId }) => personId)
      : [me],
  )
  return new Map(
    all
      .filter(({ personId }) => !there.has(personId))
      .map(({ personId, name }) => [personId, name]),
  )
}
