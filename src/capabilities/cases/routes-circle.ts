import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { endInCircle } from './change-circle.ts'
import { mustBePossible } from './find-case.ts'
import { readActForm } from './forms.ts'
import { endRole } from './judge-role.ts'
import { circlePage, endInCirclePage } from './pages-circle.ts'
import { endRolePage, rolesPage } from './pages-roles.ts'
import { casePath } from './paths.ts'
import { readCase } from './read-case.ts'
import { caseHouse, errorsFrom, type RouteParts } from './route-parts.ts'
import { sentences, t } from './words.ts'

/** Who may see a case, and the roles of the young person over time. */
export function circleRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, crumbs, keeping, opening } = caseHouse(parts)
  const nobody = new Map<string, string>()
  const read = (c: HouseContext) => act(c, (work) => readCase(work, desk, idIn(c)))

  app.get('/casussen/:id/kring', async (c) => {
    const language = c.get('language')
    const found = await read(c)
    return page(c, {
      title: t(language).circle.title,
      breadcrumbs: crumbs(language, found.head),
      content: circlePage(language, found),
      wide: true,
    })
  })

  const showEnd = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const personId = idIn(c, 'person')
    const found = await read(c)
    if (!found.head.isCoordinator) return refuse('not-allowed', 'only-the-coordinator')
    const there = found.circle.some((one) => one.stands && one.personId === personId)
    if (!there || personId === found.head.coordinatorId) return refuse('not-found', 'not-in-circle')
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title: t(language).circle.end,
      breadcrumbs: crumbs(language, found.head),
      content: endInCirclePage(language, {
        read: found,
        personId,
        key: keyIn(typed) ?? newId(),
        typed,
        wrong: sentences(language, errors),
        people: nobody,
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/casussen/:id/kring/:person/beeindigen', (c) => opening(c, () => showEnd(c, {}, {})))

  app.post('/casussen/:id/kring/:person/beeindigen', async (c) => {
    const id = idIn(c)
    const personId = idIn(c, 'person')
    const typed = await typedIn(c)
    return keeping(c, { id, typed }, async () => {
      const form = readActForm.reason(typed)
      if (!form.ok) return showEnd(c, typed, form.errors)
      const { reason } = form.value
      await act(c, (work) => endInCircle(work, desk, id, { personId, reason, key: keyIn(typed) }))
      return go(c, casePath(id, 'kring'))
    })
  })

  app.get('/casussen/:id/rollen', async (c) => {
    const language = c.get('language')
    const found = await read(c)
    return page(c, {
      title: t(language).rolesPage.title,
      breadcrumbs: crumbs(language, found.head),
      content: rolesPage(language, found),
    })
  })

  const showEndRole = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const roleId = idIn(c, 'role')
    const found = await read(c)
    const role = found.roles.find(({ id }) => id === roleId) ?? refuse('not-found', 'no-such-role')
    if (!found.head.mayDecide) return refuse('not-allowed', 'may-not-decide')
    mustBePossible('write', found.head)
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title: t(language).rolesPage.endTitle,
      breadcrumbs: crumbs(language, found.head),
      content: endRolePage(language, {
        read: found,
        role,
        key: keyIn(typed) ?? newId(),
        typed,
        wrong: sentences(language, errors),
        people: nobody,
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/casussen/:id/rollen/:role/beeindigen', (c) => opening(c, () => showEndRole(c, {}, {})))

  app.post('/casussen/:id/rollen/:role/beeindigen', async (c) => {
    const caseId = idIn(c)
    const id = idIn(c, 'role')
    const typed = await typedIn(c)
    return keeping(c, { id: caseId, typed }, async () => {
      const form = readActForm.endRole(typed)
      if (!form.ok) return showEndRole(c, typed, form.errors)
      const { until: untilOn, reason } = form.value
      try {
        await act(c, (work) =>
          endRole(work, desk, { caseId, id }, { untilOn, reason, key: keyIn(typed) }),
        )
      } catch (error) {
        return showEndRole(c, typed, errorsFrom(error, typed))
      }
      return go(c, casePath(caseId, 'rollen'))
    })
  })

  return app
}
