import { type Context, Hono } from 'hono'
import { dutchDayOf, moment } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { TooMany } from '#platform/http/limit.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { PdfBusy } from '#platform/pdf/make-pdf.ts'
import { refuse } from '#platform/refusal.ts'
import { serveFile } from '#platform/upload/serve-file.ts'
import { type Change, changedSince, editionsOf, seenFrom, seenWithSheet } from './changed-since.ts'
import { decisionThen } from './decision-view.ts'
import { step } from './non-punishment.ts'
import { decisionPage } from './pages-decision.ts'
import { signPage } from './pages-sign.ts'
import { paperOf } from './paper.ts'
import { paths } from './paths.ts'
import { readDossier } from './read-dossier.ts'
import { dossierHouse, type RouteParts } from './route-parts.ts'
import { NotToBeSigned, signDecision } from './sign-decision.ts'
import { errorsFor, signingFrom } from './sign-form.ts'
import { sentences, t, wayTo } from './words.ts'

/** Seconds after which somebody may ask again when too many files are being made. */
const again = 30

/** Taking the decision, reading it, and taking it along as a PDF. */
export function decisionRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, law, knowledge, clock, makePdf, requireStepUp } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, keeping } = dossierHouse(parts)
  const stageIn = (c: HouseContext) =>
    desk.routes.stages.find(({ id }) => id === c.req.query('moment'))?.id ?? 'with-prosecutor'

  const showSign = async (
    c: HouseContext,
    typed: Typed,
    errors: FormErrors,
    changedHere: readonly Change[] = [],
  ) => {
    const language = c.get('language')
    const read = await act(c, async (work) => {
      const dossier = await readDossier(work, desk, idIn(c))
      const next = step('decide', dossier.head)
      if (!next.ok) refuse('conflict', next.because)
      return dossier
    })
    const wrong = changedHere.length > 0 ? { changed: 'changed', ...errors } : errors
    const now = clock().toString()
    const stage = stageIn(c)
    const sheet = seenWithSheet(read.events)
    return page(c, {
      title: t(language).sign.title,
      breadcrumbs: wayTo(language, read.head),
      content: signPage(language, {
        desk,
        law,
        knowledge,
        read,
        stage,
        today: dutchDayOf(now),
        seen: { at: now, last: read.events.at(-1)?.id ?? '', editions: editionsOf(desk) },
        changedHere,
        sheetOn: sheet && dutchDayOf(sheet.at),
        changedSheet: sheet
          ? changedSince(sheet, now, { born: read.words.born, events: read.events }, desk, stage)
          : [],
        typed,
        wrong: sentences(language, wrong),
        key: keyIn(typed) ?? newId(),
      }),
      errors: wrong,
    })
  }

  app.get('/dossiers/:id/besluit/nieuw', (c) =>
    keeping(c, { id: idIn(c), typed: {} }, () => showSign(c, {}, {})),
  )

  app.post('/dossiers/:id/besluit/nieuw', async (c) => {
    const id = idIn(c)
    requireStepUp(whoIsSignedIn(c), clock())
    const typed = await typedIn(c)
    return keeping(c, { id, typed }, async () => {
      const { offences } = await act(c, (work) => readDossier(work, desk, id))
      const there = offences.filter((one) => !one.withdrawn).map((one) => one.id)
      const chosen = textOf(typed, 'following') === '' ? { following: 'choose-one' } : {}
      const signing = signingFrom(typed, there)
      if ('following' in chosen) return showSign(c, typed, chosen)
      try {
        await act(c, (work) =>
          signDecision(work, desk, id, {
            signing,
            stage: stageIn(c),
            seen: seenFrom(textOf(typed, 'seen'), clock().toString()),
            key: keyIn(typed),
          }),
        )
      } catch (error) {
        if (!(error instanceof NotToBeSigned)) throw error
        return showSign(c, typed, errorsFor(error.against, there, typed), error.changed)
      }
      return go(c, paths.dossier(id))
    })
  })

  const readDecision = async (c: HouseContext, form: 'page' | 'pdf') => {
    const read = await act(c, async (work) => {
      const dossier = await readDossier(work, desk, idIn(c))
      work.audit({
        act: form === 'pdf' ? 'dossier.export' : 'dossier.read-decision',
        subject: dossier.head.id,
      })
      return dossier
    })
    const then = decisionThen(read, idIn(c, 'decision')) ?? refuse('not-found', 'no-such-page')
    return { read, then }
  }

  app.get('/dossiers/:id/besluit/:decision', async (c) => {
    const language = c.get('language')
    const { read, then } = await readDecision(c, 'page')
    return page(c, {
      title: t(language).decision.title(read.head.code),
      breadcrumbs: wayTo(language, read.head),
      content: decisionPage(language, desk, read, then),
    })
  })

  app.get('/dossiers/:id/besluit/:decision/besluit.pdf', async (c) => {
    const language = c.get('language')
    const signedIn = whoIsSignedIn(c)
    const made = clock()
    requireStepUp(signedIn, made)
    const { read, then } = await readDecision(c, 'pdf')
    const words = t(language).decision
    const { code } = read.head
    const pdf = await makePdf({
      language,
      title: words.title(code),
      header: words.header(code, signedIn.organisationName),
      footer: words.madeFor(signedIn.name, moment(language, made.toString())),
      made,
      blocks: paperOf({ language, desk, read, then }),
    }).catch((error: unknown) => {
      throw error instanceof PdfBusy ? new TooMany(again) : error
    })
    async function* bytes() {
      yield pdf
    }
    const served = { name: `${code}.pdf`, mediaType: 'application/pdf', size: pdf.length }
    return serveFile(c as Context, { ...served, bytes: bytes() })
  })

  return app
}
