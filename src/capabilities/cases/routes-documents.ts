import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { PageParts } from '#design/page/page.ts'
import { type FormErrors, readForm, type Typed } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { bySession, limit } from '#platform/http/limit.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import { mediaTypeOf } from '#platform/upload/file-kind.ts'
import type { Received, ReceiveUpload } from '#platform/upload/receive-upload.ts'
import { serveFile } from '#platform/upload/serve-file.ts'
import type { InTransaction } from '#platform/work.ts'
import { addDocument } from './add-document.ts'
import { longestNote } from './case-document.ts'
import type { CaseDesk } from './desk.ts'
import { mustBePossible } from './find-case.ts'
import { type DocumentList, listDocuments } from './list-documents.ts'
import { documentsPage, documentsPath, removePage } from './pages-documents.ts'
import { caseLink, casesPath } from './paths.ts'
import { documentBytes, readDocument } from './read-document.ts'
import { removeDocument } from './remove-document.ts'
import { t as shared } from './words.ts'
import { t } from './words-documents.ts'

export type DocumentParts = {
  readonly desk: CaseDesk
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly receiveUpload: ReceiveUpload
  /** reverse proxies in front of the server */
  readonly proxies: number
}

/** The addresses to which a document may be sent. */
export const documentUploads = /^\/casussen\/[^/]+\/documenten$/

const path = '/casussen/:id/documenten'

/** Nobody has more to add in ten minutes. */
const uploads = { points: 60, seconds: 600 }

const noteForm = z.object({
  note: z.string('note-missing').trim().min(1, 'note-missing').max(longestNote, 'note-too-long'),
})
const reasonForm = z.object({
  reason: z
    .string('reasons-missing')
    .trim()
    .min(1, 'reasons-missing')
    .max(longestNote, 'reasons-too-long'),
})

/** Adding, reading and removing documents of a case. */
export function documentRoutes(parts: DocumentParts): Hono<HouseEnv> {
  const { desk, inTransaction, respond, receiveUpload, proxies } = parts
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'follow-up-cases')
  const list = (c: HouseContext) => act(c, (work) => listDocuments(work, desk, idIn(c)))
  const go = (c: HouseContext, id: string) =>
    c.redirect(link(c.get('language'), documentsPath(id)), 303)

  const crumbs = (c: HouseContext, { head }: DocumentList, deeper = false) => {
    const language = c.get('language')
    const all = { text: shared(language).list.title, href: link(language, casesPath) }
    const up = { text: shared(language).code(head.code), href: caseLink(language, head.id) }
    const here = { text: t(language).title, href: link(language, documentsPath(head.id)) }
    return { breadcrumbs: deeper ? [all, up, here] : [all, up], under: all.href }
  }

  const show = (
    c: HouseContext,
    shown: DocumentList,
    typed: Typed,
    errors: FormErrors,
    key = newId(),
  ) =>
    respond(c, {
      title: t(c.get('language')).titleOf(shown.head.code),
      ...crumbs(c, shown),
      content: documentsPage(c.get('language'), shown, { typed, errors, key }),
      wide: true,
      error: Object.keys(errors).length > 0,
      status: statusOf(errors),
    })

  const keeping = (c: HouseContext, typed: Typed, answer: () => Promise<Response>) => {
    const language = c.get('language')
    const { keptBack } = shared(language)
    const kept = {
      typed,
      written: ['note', 'reason'],
      look: () => documentsNow(c),
      otherwise: { text: keptBack.toList, href: link(language, casesPath) },
      show: (page: PageParts) => respond(c, page),
    }
    return keepingTyped(language, kept, answer)
  }

  const documentsNow = async (c: HouseContext) => {
    const language = c.get('language')
    const { keptBack, states } = shared(language)
    const { head } = await list(c)
    return {
      sentence: keptBack.now(head.code, states[head.state].toLowerCase()),
      link: { text: t(language).toList, href: link(language, documentsPath(head.id)) },
    }
  }

  app.get(path, async (c) => show(c, await list(c), {}, {}))

  app.post(path, limit({ ...uploads, key: bySession(proxies) }), async (c) => {
    // Refuses whoever may not see the case before a byte of the file is read.
    const shown = await list(c)
    return receiveUpload(c, t(c.get('language')).fallback, async (received) => {
      const { typed, sent } = received
      return keeping(c, typed, async () => {
        const key = keyIn(typed) ?? newId()
        const read = readForm(noteForm, typed)
        if (!read.ok || !sent?.ok) {
          // Only the file of a closed case is lost; what was typed comes back.
          mustBePossible('write', shown.head)
          const errors = { ...(read.ok ? {} : read.errors), file: fileError(received) }
          return show(c, shown, typed, errors, key)
        }
        const document = { file: sent.file, note: read.value.note }
        try {
          await act(c, (work) => addDocument(work, desk, shown.head.id, document, key))
        } catch (error) {
          if (error instanceof Refusal && error.because === 'too-many-documents') {
            return show(c, shown, typed, { file: error.because }, key)
          }
          throw error
        }
        return go(c, shown.head.id)
      })
    })
  })

  app.get(`${path}/:document`, async (c) => {
    const place = { caseId: idIn(c), id: idIn(c, 'document') }
    const opened = await act(c, (work) => readDocument(work, desk, place))
    const { name, kind, size } = opened
    const bytes = documentBytes(inTransaction, opened)
    return serveFile(c, { name, mediaType: mediaTypeOf(kind), size, bytes })
  })

  const showRemoval = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const shown = await list(c)
    const found = shown.documents.find(({ id }) => id === idIn(c, 'document'))
    if (!found?.words) return refuse('not-found', 'no-such-document')
    mustBePossible('write', shown.head)
    if (!found.mayRemove) return refuse('not-allowed', 'may-not-decide')
    const language = c.get('language')
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(language).removal.title,
      ...crumbs(c, shown, true),
      content: removePage(language, { caseId: shown.head.id, document: found, typed, errors }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(`${path}/:document/weghalen`, (c) => keeping(c, {}, () => showRemoval(c, {}, {})))

  app.post(`${path}/:document/weghalen`, async (c) => {
    whoIsSignedIn(c)
    const typed = await typedIn(c)
    const read = readForm(reasonForm, typed)
    const place = { caseId: idIn(c), id: idIn(c, 'document') }
    return keeping(c, typed, async () => {
      if (!read.ok) return showRemoval(c, typed, read.errors)
      await act(c, (work) => removeDocument(work, desk, place, read.value.reason))
      return go(c, place.caseId)
    })
  })

  return app
}

/** What is wrong with the file. One that was right is to be chosen again: no form can give it back. */
function fileError({ sent }: Received): string {
  if (!sent) return 'file-missing'
  return sent.ok ? 'file-again' : sent.because
}

function statusOf(errors: FormErrors): ContentfulStatusCode {
  if (errors.file === 'file-too-large') return 413
  return Object.keys(errors).length > 0 ? 422 : 200
}
