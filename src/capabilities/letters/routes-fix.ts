import { Hono } from 'hono'
import { dutchDay } from '#platform/dates.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { TooMany } from '#platform/http/limit.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import type { PdfDocument } from '#platform/pdf/document.ts'
import { PdfBusy } from '#platform/pdf/make-pdf.ts'
import { Refusal } from '#platform/refusal.ts'
import { correctLetter } from './correct-letter.ts'
import { fixLetter, publishLetter, takeLetterBack } from './fix-letter.ts'
import { readIn } from './forms.ts'
import { freezeLetter } from './freeze-letter.ts'
import { makeFiles } from './make-files.ts'
import { mustBeDraft } from './must-be-draft.ts'
import { fixContent, putAwayContent } from './page-fix.ts'
import { paths } from './paths.ts'
import { putAway, putBack } from './put-away.ts'
import { readLetter } from './read-letter.ts'
import { type RouteParts, somebodyWasFirst, wayTo } from './route-parts.ts'
import { t } from './words.ts'

type Parts = RouteParts & {
  readonly makePdf: (document: PdfDocument) => Promise<Uint8Array>
  /** where this site is, for links in files */
  readonly origin: string
}

/** Seconds after which the queue of documents is worth another try. */
const again = 30

/** Fixing a letter for good, publishing it and taking it back, each by somebody who just proved who they are; correcting one, and putting a draft away. */
export function fixRoutes(parts: Parts) {
  const { respond, inTransaction, desk, clock, requireStepUp, makePdf, origin } = parts
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')

  app.get('/verantwoording/brieven/:id/vaststellen', async (c) => {
    const language = c.get('language')
    const letter = await act(c, (work) => readLetter(work, desk, idIn(c)))
    return respond(c, {
      ...wayTo(language, letter.row),
      title: t(language).fix.title,
      content: fixContent(language, letter),
    })
  })

  type Act = { readonly id: string; readonly not?: 'notNow' | 'notPublished' | 'notTakenBack' }

  /** Back to the letter, or on to the one that came of it. */
  const onLetter = async (c: HouseContext, { id, not }: Act, answer: () => Promise<unknown>) => {
    const language = c.get('language')
    try {
      const after = await answer()
      return c.redirect(link(language, paths.one(typeof after === 'string' ? after : id)), 303)
    } catch (error) {
      // Sent twice, or a colleague was first: it is what was asked for.
      const isDone =
        not === 'notNow' && error instanceof Refusal && error.because === 'letter-is-fixed'
      if (isDone) return c.redirect(link(language, paths.one(id)), 303)
      const { letter: words, fix } = t(language)
      const to = { text: words.toLetter, path: paths.one(id) }
      return somebodyWasFirst(c, respond, {
        ...{ typed: {}, written: [], error },
        ...{ sentence: not && fix[not], to },
      })
    }
  }

  app.post('/verantwoording/brieven/:id/vaststellen', async (c) => {
    const id = idIn(c)
    const version = readIn(await typedIn(c))
    const signedIn = whoIsSignedIn(c)
    const made = clock()
    requireStepUp(signedIn, made)
    const freezing = { version, from: signedIn.organisationName, today: dutchDay(made) }
    return onLetter(c, { id, not: 'notNow' }, async () => {
      const letter = await act(c, async (work) => {
        const frozen = await freezeLetter(work, desk, id, freezing)
        work.audit({ act: 'letter.freeze', subject: id, details: { version } })
        return frozen
      })
      const files = await makeFiles(letter, { makePdf, origin, made }).catch((error: unknown) => {
        throw error instanceof PdfBusy ? new TooMany(again) : error
      })
      await act(c, (work) => fixLetter(work, desk, { version, letter, files }))
    })
  })

  app.post('/verantwoording/brieven/:id/publiceren', async (c) => {
    const id = idIn(c)
    requireStepUp(whoIsSignedIn(c), clock())
    return onLetter(c, { id, not: 'notPublished' }, () =>
      act(c, (work) => publishLetter(work, desk, id)),
    )
  })

  app.post('/verantwoording/brieven/:id/terughalen', async (c) => {
    const id = idIn(c)
    requireStepUp(whoIsSignedIn(c), clock())
    return onLetter(c, { id, not: 'notTakenBack' }, () =>
      act(c, (work) => takeLetterBack(work, desk, id)),
    )
  })

  app.post('/verantwoording/brieven/:id/verbeteren', async (c) => {
    const id = idIn(c)
    return onLetter(c, { id }, () => act(c, (work) => correctLetter(work, id)))
  })

  app.get('/verantwoording/brieven/:id/wegleggen', async (c) => {
    const language = c.get('language')
    const letter = await act(c, (work) => readLetter(work, desk, idIn(c)))
    mustBeDraft(letter.row)
    const content = putAwayContent(language, letter)
    return respond(c, { ...wayTo(language, letter.row), title: t(language).away.title, content })
  })

  app.post('/verantwoording/brieven/:id/wegleggen', async (c) => {
    const id = idIn(c)
    return onLetter(c, { id }, () => act(c, (work) => putAway(work, desk, id)))
  })

  app.post('/verantwoording/brieven/:id/terugleggen', async (c) => {
    const id = idIn(c)
    return onLetter(c, { id }, () => act(c, (work) => putBack(work, id)))
  })

  return app
}
