import { Hono } from 'hono'
import { html } from '#design/html.ts'
import { blocksOnPage } from '#design/sheet/sheet.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { readAllReceived } from './answer-received.ts'
import { bindFigure, releaseFigure } from './bind-figure.ts'
import { figureIn } from './forms.ts'
import { blocksOf, documentOf } from './letter-document.ts'
import { wholeLetter } from './make-files.ts'
import { figuresContent } from './page-figures.ts'
import { letterContent } from './page-letter.ts'
import { listPage } from './page-list.ts'
import { compareContent, versionsContent } from './page-versions.ts'
import { compareNames, paths } from './paths.ts'
import { readFixed } from './read-fixed.ts'
import {
  readFigures,
  readLetter,
  readLetters,
  readTwoVersions,
  readVersions,
} from './read-letter.ts'
import { alongOf } from './read-round.ts'
import { type RouteParts, wayTo } from './route-parts.ts'
import { sentenceOf, t } from './words.ts'

/** Looking at letters: the list, one, its figures, how it will read, and its versions. */
export function readRoutes({ respond, inTransaction, desk, style, namesOf }: RouteParts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')

  app.get(paths.list, async (c) => {
    const { letters, received } = await act(c, async (work) => ({
      letters: await readLetters(work),
      received: await readAllReceived(work),
    }))
    return respond(c, listPage(c.get('language'), letters, received))
  })

  app.get('/verantwoording/brieven/:id', async (c) => {
    const language = c.get('language')
    const letter = await act(c, (work) => readLetter(work, desk, idIn(c)))
    return respond(c, {
      ...wayTo(language),
      title: letter.content.title,
      content: letterContent(language, letter),
    })
  })

  const showFigures = async (c: HouseContext, id: string, typed: Typed, because?: string) => {
    const language = c.get('language')
    const letter = await act(c, async (work) => {
      const letter = await readLetter(work, desk, id)
      const fixed = letter.row.state === 'draft' ? undefined : await readFixed(work, id)
      return { ...letter, fixed, all: fixed ? [] : await readFigures(work, desk) }
    })
    const wrong = because === undefined ? {} : { figure: sentenceOf(language, because) }
    return respond(c, {
      ...wayTo(language, letter.row),
      title: t(language).figures.title,
      wide: true,
      content: figuresContent(language, { ...letter, typed, wrong }),
      error: because !== undefined,
      status: because === undefined ? 200 : 422,
    })
  }

  app.get('/verantwoording/brieven/:id/cijfers', (c) => showFigures(c, idIn(c), {}))

  /** What a person can mend comes back on the page. */
  const mendable = ['figure-not-told', 'no-such-figure', 'too-many-figures', 'figure-in-use']

  const onFigures = async (c: HouseContext, typed: Typed, verb: () => Promise<void>) => {
    const id = idIn(c)
    try {
      await verb()
    } catch (error) {
      if (!(error instanceof Refusal) || !mendable.includes(error.because)) throw error
      return showFigures(c, id, typed, error.because)
    }
    return c.redirect(link(c.get('language'), paths.figures(id)), 303)
  }

  app.post('/verantwoording/brieven/:id/cijfers', async (c) => {
    const typed = await typedIn(c)
    const ref = figureIn(typed)
    if (!ref) return showFigures(c, idIn(c), typed, 'choose-figure')
    return onFigures(c, typed, () => act(c, (work) => bindFigure(work, desk, idIn(c), ref)))
  })

  app.post('/verantwoording/brieven/:id/cijfers/los', async (c) => {
    const typed = await typedIn(c)
    const number = Number(/^\d{1,4}$/.exec(textOf(typed, 'number'))?.[0] ?? 0)
    return onFigures(c, typed, () => act(c, (work) => releaseFigure(work, desk, idIn(c), number)))
  })

  app.get('/verantwoording/brieven/:id/voorbeeld', async (c) => {
    const language = c.get('language')
    const letter = await act(c, (work) => readLetter(work, desk, idIn(c)))
    const from = whoIsSignedIn(c).organisationName
    const along = alongOf(letter.round)
    const frozen =
      letter.row.state === 'draft' ? undefined : await act(c, (work) => readFixed(work, idIn(c)))
    const blocks = frozen
      ? wholeLetter(frozen)
      : blocksOf(documentOf({ ...letter, from, along, day: undefined }))
    const { preview: words } = t(language)
    return respond(c, {
      ...wayTo(language, letter.row),
      title: words.title,
      wide: true,
      styles: [style],
      content: html`<h1>${words.title}</h1>
<p class="lead">${frozen ? words.fixed : words.lead}</p>
<div class="sheet"><div class="sheet__body letter-paper" lang="nl"><h2>${letter.row.title}</h2>
${blocksOnPage(language, blocks, 2)}</div></div>`,
    })
  })

  const showVersions = async (c: HouseContext, id: string, because?: string) => {
    const language = c.get('language')
    const { names, ...found } = await act(c, async (work) => {
      const found = await readVersions(work, id)
      const names = await namesOf(work, [...new Set(found.versions.map((one) => one.saved_by))])
      return { ...found, names }
    })
    const wrong =
      because === undefined ? {} : { [compareNames.from]: sentenceOf(language, because) }
    return respond(c, {
      ...wayTo(language, found.row),
      title: t(language).versions.title,
      content: versionsContent(language, { ...found, names, wrong }),
      error: because !== undefined,
      status: because === undefined ? 200 : 422,
    })
  }

  app.get('/verantwoording/brieven/:id/versies', (c) => showVersions(c, idIn(c)))

  app.get('/verantwoording/brieven/:id/vergelijken', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    const asked = [compareNames.from, compareNames.to].map((name) =>
      Number(/^\d{1,6}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0),
    )
    const [from = 0, to = 0] = asked.toSorted((a, b) => a - b)
    if (from < 1 || from === to) return showVersions(c, id, 'choose-versions')
    const { row, earlier, later } = await act(c, (work) => readTwoVersions(work, id, { from, to }))
    return respond(c, {
      ...wayTo(language, row),
      title: t(language).compare.title(from, to),
      wide: true,
      styles: [style],
      content: compareContent(language, { id, earlier, later }),
    })
  })

  return app
}
