import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { refuse } from '#platform/refusal.ts'
import { editEntry, withdrawEntry } from './edit-entry.ts'
import { mustBePossible } from './find-case.ts'
import { readActForm, readEntryForm, typedFromEntry } from './forms.ts'
import { editPage, withdrawPage } from './pages-act.ts'
import { entryPage, entryTexts } from './pages-entry.ts'
import { casePath } from './paths.ts'
import { type ReadEntry, readEntry } from './read-entry.ts'
import { caseHouse, errorsFrom, type RouteParts } from './route-parts.ts'
import { sentences, t } from './words.ts'

const entryPath = '/casussen/:id/regels/:entry'

/** One entry: every version, a new version, and taking its words away. */
export function entryRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, crumbs, keeping, opening } = caseHouse(parts)
  const nobody = new Map<string, string>()

  const whereIn = (c: HouseContext) => ({ caseId: idIn(c), id: idIn(c, 'entry') })
  const read = (c: HouseContext) => act(c, (work) => readEntry(work, desk, whereIn(c)))

  app.get(entryPath, async (c) => {
    const language = c.get('language')
    const entry = await read(c)
    return page(c, {
      title: t(language).entryPage.title(t(language).kinds[entry.kind]),
      breadcrumbs: crumbs(language, entry.head),
      content: entryPage(language, entry),
    })
  })

  const showEdit = async (
    c: HouseContext,
    typed: Typed | undefined,
    errors: FormErrors,
    overtaken = false,
  ) => {
    const language = c.get('language')
    const entry = await read(c)
    mustBePossible('write', entry.head)
    if (!entry.mayChange) return refuse('not-allowed', 'not-your-entry')
    const now = filledFrom(entry)
    const wrong = Object.keys(errors).length > 0
    const words = entry.versions.at(-1)?.words
    return page(c, {
      title: t(language).entryPage.edit,
      breadcrumbs: crumbs(language, entry.head),
      content: editPage(language, {
        entry,
        typed: overtaken ? { ...typed, version: String(entry.version) } : (typed ?? now),
        wrong: sentences(language, errors),
        people: nobody,
        overtakenBy:
          overtaken && words
            ? entryTexts(language, words).map(({ key, text }) => (key ? `${key}: ${text}` : text))
            : undefined,
      }),
      error: wrong,
      status: overtaken ? 409 : wrong ? 422 : 200,
    })
  }

  app.get(`${entryPath}/aanpassen`, (c) => opening(c, () => showEdit(c, undefined, {})))

  app.post(`${entryPath}/aanpassen`, async (c) => {
    const { caseId, id } = whereIn(c)
    const typed = await typedIn(c)
    return keeping(c, { id: caseId, typed }, async () => {
      const { kind } = await read(c)
      if (kind === 'signal') return refuse('not-allowed', 'not-your-entry')
      const form = readEntryForm(kind, typed)
      if (!form.ok) return showEdit(c, typed, form.errors)
      const version = Number(typed.version) || 0
      try {
        const edited = await act(c, (work) =>
          editEntry(work, desk, { caseId, id }, { version, entry: form.value }),
        )
        if (!edited.saved) return showEdit(c, typed, {}, true)
      } catch (error) {
        return showEdit(c, typed, errorsFrom(error, typed))
      }
      return go(c, casePath(caseId, `regels/${id}`))
    })
  })

  const showWithdraw = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const entry = await read(c)
    mustBePossible('write', entry.head)
    if (!entry.mayWithdraw) return refuse('not-allowed', 'not-your-entry')
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title: t(language).entryPage.withdraw,
      breadcrumbs: crumbs(language, entry.head),
      content: withdrawPage(language, {
        entry,
        typed,
        wrong: sentences(language, errors),
        people: nobody,
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(`${entryPath}/weghalen`, (c) => opening(c, () => showWithdraw(c, {}, {})))

  app.post(`${entryPath}/weghalen`, async (c) => {
    const where = whereIn(c)
    const typed = await typedIn(c)
    return keeping(c, { id: where.caseId, typed }, async () => {
      const form = readActForm.withdraw(typed)
      if (!form.ok) return showWithdraw(c, typed, form.errors)
      await act(c, (work) => withdrawEntry(work, desk, where, form.value.because))
      return go(c, casePath(where.caseId))
    })
  })

  return app
}

function filledFrom(entry: ReadEntry): Typed {
  const now = entry.versions.at(-1)
  if (!now || entry.kind === 'signal') return {}
  const { happenedOn, origin, not } = entry
  return {
    ...typedFromEntry(entry.kind, { words: now.words, happenedOn, origin, not }),
    version: String(entry.version),
  }
}
