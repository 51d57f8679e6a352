import { Hono } from 'hono'
import type { Html } from '#design/html.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { refuse } from '#platform/refusal.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import { dueFault } from './case-file.ts'
import { readActForm } from './forms.ts'
import { taskPage, tasksPage } from './pages-tasks.ts'
import { casePath } from './paths.ts'
import { readCase } from './read-case.ts'
import { caseHouse, errorsFrom, isInvalid, type RouteParts } from './route-parts.ts'
import { endTask, moveTask } from './tasks.ts'
import { sentences, t } from './words.ts'

const taskPath = '/casussen/:id/taken/:task'

/** The tasks of a case, and one task. */
export function taskRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, clock, taskPanels } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, crumbs, keeping } = caseHouse(parts)

  const whereIn = (c: HouseContext) => ({ caseId: idIn(c), id: idIn(c, 'task') })

  app.get('/casussen/:id/taken', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readCase(work, desk, idIn(c), { whole: true }))
    return page(c, {
      title: t(language).tasks.title,
      breadcrumbs: crumbs(language, read.head),
      content: tasksPage(language, read, dutchDay(clock())),
      wide: true,
    })
  })

  const show = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const taskId = idIn(c, 'task')
    const { read, task, panels } = await act(c, async (work) => {
      const read = await readCase(work, desk, idIn(c), { whole: true })
      const task = read.tasks.find(({ id }) => id === taskId) ?? refuse('not-found', 'no-such-task')
      const told: (Html | undefined)[] = []
      if (task.state === 'open') {
        for (const panel of taskPanels) told.push(await panel(work, read.head, task, language))
      }
      return { read, task, panels: told }
    })
    const { personId } = whoIsSignedIn(c).actor
    const standing = read.circle.filter(({ stands, here }) => stands && here)
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title: task.title,
      breadcrumbs: crumbs(language, read.head),
      content: taskPage(language, {
        read,
        task,
        panels,
        today: dutchDay(clock()),
        mayEnd: read.head.isCoordinator || task.ownerId === personId,
        typed: wrong ? typed : { owner: task.ownerId, ...datePartsFrom('due', task.dueOn) },
        wrong: sentences(language, errors),
        people: new Map(standing.map((one) => [one.personId, read.names.get(one.personId) ?? ''])),
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(taskPath, (c) => show(c, {}, {}))

  for (const [at, how, field] of [
    ['klaar', 'done', 'words'],
    ['vervallen', 'dropped', 'why'],
  ] as const) {
    app.post(`${taskPath}/${at}`, async (c) => {
      const typed = await typedIn(c)
      return keeping(c, { id: idIn(c), typed }, async () => {
        const words = textOf(typed, field).trim()
        if (words.length > 20_000) return show(c, typed, { [field]: 'too-long' })
        try {
          await act(c, (work) => endTask(work, desk, whereIn(c), { how, words }))
          return go(c, casePath(idIn(c)))
        } catch (error) {
          if (isInvalid(error)) return show(c, typed, { [field]: 'words-missing' })
          throw error
        }
      })
    })
  }

  app.post(`${taskPath}/verplaatsen`, async (c) => {
    const typed = await typedIn(c)
    return keeping(c, { id: idIn(c), typed }, async () => {
      const form = readActForm.moveTask(typed)
      if (!form.ok) return show(c, typed, form.errors)
      const { owner: ownerId, due: dueOn } = form.value
      const fault = dueFault(dueOn, dutchDay(clock()))
      if (fault) return show(c, typed, { due: fault })
      try {
        await act(c, (work) => moveTask(work, desk, whereIn(c), { ownerId, dueOn }))
        return go(c, casePath(idIn(c), `taken/${idIn(c, 'task')}`))
      } catch (error) {
        return show(c, typed, errorsFrom(error, typed))
      }
    })
  })

  return app
}
