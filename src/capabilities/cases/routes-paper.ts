import { type Context, Hono } from 'hono'
import { buttonLink } from '#design/button/button.ts'
import { html } from '#design/html.ts'
import { sheet } from '#design/sheet/sheet.ts'
import type { Clock } from '#platform/clock.ts'
import { moment } from '#platform/dates.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { TooMany } from '#platform/http/limit.ts'
import { idIn } from '#platform/http/read-request.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import { PdfBusy, type PdfMaker } from '#platform/pdf/make-pdf.ts'
import { serveFile } from '#platform/upload/serve-file.ts'
import type { InTransaction } from '#platform/work.ts'
import type { CaseDesk } from './desk.ts'
import { exportCase } from './export-case.ts'
import type { PaperWords } from './on-paper.ts'
import { paperOf } from './paper.ts'
import { caseLink, casesPath } from './paths.ts'
import { t as shared } from './words.ts'
import { t } from './words-paper.ts'

export type PaperParts = Pick<PaperWords, 'roleName'> & {
  readonly desk: CaseDesk
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly makePdf: PdfMaker['makePdf']
  /** Refuses unless this person proved just now who they are: a file that leaves cannot be called back. */
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
}

/** Seconds after which somebody may ask again when too many files are being made. */
const again = 30

/** The file of a case on paper and as a PDF, with the reader's name on every page. */
export function paperRoutes(parts: PaperParts): Hono<HouseEnv> {
  const { desk, inTransaction, respond, clock, makePdf, requireStepUp, roleName } = parts
  const app = new Hono<HouseEnv>()
  const { knowledge } = desk.recording

  const paper = async (c: HouseContext, form: 'print' | 'pdf') => {
    const language = c.get('language')
    const signedIn = whoIsSignedIn(c)
    const now = clock()
    requireStepUp(signedIn, now)
    const exported = await inTransaction(
      signedIn.actor,
      'follow-up-cases',
      (work) => exportCase(work, desk, idIn(c), form),
      c.get('requestId'),
    )
    const words = t(language)
    const { code } = exported.file.head
    return {
      language,
      made: now,
      words,
      code,
      title: words.title(code),
      header: words.header(code, signedIn.organisationName),
      footer: words.madeFor(signedIn.name, moment(language, now.toString())),
      blocks: paperOf({
        ...exported,
        language,
        roleName,
        wordingOf: (signal, into) => knowledge.findSignal(signal)?.wording[into] ?? signal,
      }),
    }
  }

  app.get('/casussen/:id/afdruk', async (c) => {
    const { language, words, code, title, header, footer, blocks } = await paper(c, 'print')
    const id = idIn(c)
    return respond(c, {
      title: words.print.title(code),
      breadcrumbs: [
        { text: shared(language).list.title, href: link(language, casesPath) },
        { text: shared(language).code(code), href: caseLink(language, id) },
      ],
      under: link(language, casesPath),
      print: true,
      content: html`<div class="sheet-intro"><p class="lead">${words.print.lead}</p>
<p>${words.print.safe}</p>
${buttonLink({ text: words.print.pdf, href: caseLink(language, id, 'dossier.pdf') })}</div>
${sheet(language, { title, repeated: [header, footer], blocks })}`,
    })
  })

  app.get('/casussen/:id/dossier.pdf', async (c) => {
    const { language, made, code, title, header, footer, blocks } = await paper(c, 'pdf')
    const pdf = await makePdf({ language, title, header, footer, made, blocks }).catch(
      (error: unknown) => {
        throw error instanceof PdfBusy ? new TooMany(again) : error
      },
    )
    async function* bytes() {
      yield pdf
    }
    const served = { name: `${code}.pdf`, mediaType: 'application/pdf', size: pdf.length }
    return serveFile(c as Context, { ...served, bytes: bytes() })
  })

  return app
}
