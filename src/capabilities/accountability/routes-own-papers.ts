import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import {
  type KnownNames,
  paperWords,
  readPaperInThread,
  UnreadablePaper,
} from '#capabilities/papers/index.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { bySession, limit } from '#platform/http/limit.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { Received } from '#platform/upload/receive-upload.ts'
import { readItemForm } from './item-form.ts'
import { typedFromProposal } from './item-typed.ts'
import { confirmItem, confirmName, refuseFind } from './judge-find.ts'
import { confirmSure, keepPaper, setPaperAside } from './keep-paper.ts'
import { pagesOf } from './marked-text.ts'
import { isItemState } from './own-item.ts'
import { findContent, placeIn } from './page-find.ts'
import { ownPaperContent } from './page-own-paper.ts'
import { ownPapersPage } from './page-own-papers.ts'
import { headContent } from './page-paper-head.ts'
import { readHeadForm, wrongName } from './paper-form.ts'
import { readOwnItems } from './read-own-items.ts'
import { readOwnPaper, readOwnPapers } from './read-own-papers.ts'
import { countFrom, keptBack, type RegisterParts, wayTo } from './register-desk.ts'
import { anchors, paperQuery, registerPaths } from './register-paths.ts'
import { beginPaper, takePaper } from './take-paper.ts'
import { t } from './words-register.ts'

/** The address to which a paper may be sent. */
export const paperUploads = /^\/verantwoording\/stukken$/

/** Nobody has more to read in ten minutes; each can cost seconds of one core. */
const uploads = { points: 30, seconds: 600 }

/** The papers that a ministry reads: sending one, saying which it is, and judging what was found. */
export function ownPaperRoutes(
  parts: RegisterParts & { readonly proxies: number; readonly names: KnownNames },
) {
  const { parliament, respond, inTransaction, receivePaper, proxies, names } = parts
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')
  const known = (id: string) => parliament.findItem(id) !== undefined
  const go = (c: HouseContext, to: string) => c.redirect(link(c.get('language'), to), 303)
  const toList = (c: HouseContext) => ({
    text: t(c.get('language')).papers.title,
    href: registerPaths.papers,
  })
  const toPaper = (c: HouseContext, id: string) => ({
    text: t(c.get('language')).paper.toPaper,
    href: registerPaths.paper(id),
  })
  const statusOf = (errors: FormErrors) => (Object.keys(errors).length > 0 ? 422 : 200)

  const showList = async (c: HouseContext, errors: FormErrors) => {
    const words = (c.req.query(paperQuery.words) ?? '').trim().slice(0, 200)
    const page = countFrom(c.req.query(), paperQuery.page)
    const dossier = dossierAsked(c.req.query(paperQuery.dossier))
    const listed = await act(c, (work) => readOwnPapers(work, { words, dossier, page }))
    const view = { ...listed, words, dossier, page, errors }
    return respond(c, {
      ...wayTo(c),
      ...ownPapersPage(c.get('language'), view),
      status: statusOf(errors),
    })
  }

  app.get(registerPaths.papers, (c) => showList(c, {}))

  app.post(registerPaths.papers, limit({ ...uploads, key: bySession(proxies) }), async (c) => {
    // Refuses whoever may not send one before a byte of it is read.
    await act(c, beginPaper)
    return receivePaper(c, '', async ({ sent }) => {
      if (!sent?.ok) return showList(c, { file: fileError(sent) })
      try {
        const paper = await readPaperInThread(sent.file, names)
        const sha256 = createHash('sha256').update(sent.file).digest()
        const taken = await act(c, (work) => takePaper(work, { paper, sha256 }))
        return go(c, `${registerPaths.paper(taken.id)}${taken.known ? '?al=1' : ''}`)
      } catch (error) {
        return showList(c, { file: whyNot(c, error) })
      }
    })
  })

  app.get('/verantwoording/stukken/:id', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readOwnPaper(work, idIn(c)))
    const pages = pagesOf(read.text)
    const page = Math.min(countFrom(c.req.query(), paperQuery.part), pages.length)
    const view = { ...read, pages, page, known: c.req.query('al') === '1' }
    const title = read.paper.title || t(language).papers.noTitle
    const content = ownPaperContent(language, view)
    return respond(c, { ...wayTo(c, toList(c)), title, wide: true, pictures: true, content })
  })

  const showHead = (c: HouseContext, id: string, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    return respond(c, {
      ...wayTo(c, toList(c), toPaper(c, id)),
      title: t(language).paper.which,
      content: headContent(language, { id, typed, errors }),
      error: Object.keys(errors).length > 0,
      status: statusOf(errors),
    })
  }

  app.get('/verantwoording/stukken/:id/welk', async (c) => {
    const id = idIn(c)
    const { paper } = await act(c, (work) => readOwnPaper(work, id))
    const { reference = '', kind, title, dated } = paper
    return showHead(c, id, { reference, kind, title, ...datePartsFrom('dated', dated) }, {})
  })

  app.post('/verantwoording/stukken/:id/welk', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const read = readHeadForm(typed)
    if (!read.ok) {
      await act(c, (work) => readOwnPaper(work, id))
      return showHead(c, id, typed, read.errors)
    }
    try {
      await act(c, (work) => keepPaper(work, id, read.value))
    } catch (error) {
      if (!(error instanceof Refusal && error.because === 'paper-is-there')) throw error
      return showHead(c, id, typed, { reference: error.because })
    }
    return go(c, registerPaths.paper(id))
  })

  app.post('/verantwoording/stukken/:id/zeker', async (c) => {
    await act(c, (work) => confirmSure(work, idIn(c)))
    return go(c, registerPaths.paper(idIn(c)))
  })

  app.post('/verantwoording/stukken/:id/opzij', async (c) => {
    await act(c, (work) => setPaperAside(work, idIn(c)))
    return go(c, registerPaths.papers)
  })

  const numberIn = (c: HouseContext): number =>
    Number(
      /^[1-9]\d{0,3}$/.exec(c.req.param('number') ?? '')?.[0] ??
        refuse('not-found', 'no-such-page'),
    )

  /** The paper, the find of this number, and what it can be one of. */
  const findAt = async (work: Parameters<typeof readOwnPaper>[0], id: string, number: number) => {
    const read = await readOwnPaper(work, id)
    const find =
      read.finds.find((one) => one.number === number) ?? refuse('not-found', 'no-such-find')
    const items = find.proposal ? await readOwnItems(work) : []
    return { ...read, find, items, parliament }
  }

  type Shown = Awaited<ReturnType<typeof findAt>>

  const showFind = (c: HouseContext, found: Shown, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const { paper, find } = found
    const words = t(language)
    return respond(c, {
      ...wayTo(c, toList(c), toPaper(c, paper.id)),
      title: words.find.title(find.number, words.foundKinds[find.kind]),
      pictures: true,
      content: findContent(language, { ...found, typed, errors }),
      error: Object.keys(errors).length > 0,
      status: statusOf(errors),
    })
  }

  app.get('/verantwoording/stukken/:id/vondsten/:number', async (c) => {
    const found = await act(c, (work) => findAt(work, idIn(c), numberIn(c)))
    const { find } = found
    const typed = find.proposal
      ? typedFromProposal(c.get('language'), find.proposal, found)
      : { said: find.said ?? find.text }
    return showFind(c, found, typed, {})
  })

  app.post('/verantwoording/stukken/:id/vondsten/:number', async (c) => {
    const typed = await typedIn(c)
    const at = { paperId: idIn(c), number: numberIn(c), seen: textOf(typed, 'seen') }
    const found = await act(c, (work) => findAt(work, at.paperId, at.number))
    const judged = judgement(found, typed, known)
    if (!judged.ok) return showFind(c, found, typed, judged.errors)
    const { verdict } = judged
    try {
      await act(c, async (work) => {
        if (verdict.as === 'refused') return refuseFind(work, at)
        if (verdict.as === 'name') return confirmName(work, at, verdict.said)
        return confirmItem(work, at, verdict)
      })
    } catch (error) {
      const to = toPaper(c, at.paperId)
      return keptBack(c, respond, { typed, error, written: ['said', 'title', 'says'], to })
    }
    const place = placeIn(c.get('language'), found).split('#')[0]
    return c.redirect(`${place}#${anchors.inList(at.number)}`, 303)
  })

  return app
}

type Verdict =
  | { readonly as: 'refused' }
  | { readonly as: 'name'; readonly said: string }
  | ({ readonly as: 'item' } & Parameters<typeof confirmItem>[2])

type Judgement =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly errors: FormErrors }

/** What somebody decided about a find, or what is wrong with how they wrote it. */
function judgement(
  {
    find,
    items,
  }: { find: Parameters<typeof placeIn>[1]['find']; items: readonly { id: string }[] },
  typed: Typed,
  known: (id: string) => boolean,
): Judgement {
  if (textOf(typed, 'verdict') === 'refuse') return { ok: true, verdict: { as: 'refused' } }
  if (!find.proposal) {
    const said = textOf(typed, 'said').trim()
    const wrong = wrongName(find.kind, said)
    return wrong
      ? { ok: false, errors: { said: wrong } }
      : { ok: true, verdict: { as: 'name', said } }
  }
  const stated = textOf(typed, 'state')
  const state = isItemState(stated) && stated !== 'open' ? stated : undefined
  const chosen = textOf(typed, 'item')
  if (chosen !== 'new') {
    return items.some(({ id }) => id === chosen)
      ? { ok: true, verdict: { as: 'item', item: { known: chosen }, state } }
      : { ok: false, errors: { item: 'choose-item' } }
  }
  const read = readItemForm(typed, known)
  return read.ok
    ? { ok: true, verdict: { as: 'item', item: { made: read.value }, state } }
    : { ok: false, errors: read.errors }
}

const dossierAsked = (given = ''): string | undefined =>
  wrongName('dossier', given) ? undefined : given

const fileError = (sent: Received<Uint8Array>['sent']): string =>
  sent && !sent.ok ? sent.because : 'file-missing'

/** Why there is no paper: a sentence of the reader, or a code of our own; anything else is a defect. */
function whyNot(c: HouseContext, error: unknown): string {
  if (error instanceof UnreadablePaper) {
    const sentence = paperWords(c.get('language')).unreadable[error.why](error.detail)
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
  }
  if (error instanceof Refusal && error.kind === 'conflict') return error.because
  throw error
}
