import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { answerObjection, noteHearing, tellParty } from './after-decision.ts'
import { type Field, type FormRead, readFields } from './fields.ts'
import { everyRecipient } from './notice-recipients.ts'
import {
  beginningOf,
  hearingFields,
  lineActPage,
  noticePage,
  outcomeFields,
  recipientName,
} from './pages-after.ts'
import { paths } from './paths.ts'
import { type ReadDecision, type ReadDossier, readDossier } from './read-dossier.ts'
import { dossierHouse, errorsFrom, type RouteParts } from './route-parts.ts'
import { isSepot } from './routes-open.ts'
import { sentences, t, wayTo } from './words.ts'

const noticeFields = [
  { name: 'text', as: 'words', optional: true },
  { name: 'state', as: 'choice', choices: ['draft', 'told', 'not-told'] },
  { name: 'on', as: 'date', optional: true },
  { name: 'why', as: 'words', optional: true },
] as const satisfies readonly Field[]

/** After the decision: who is told, who disagrees, and what comes of it. */
export function afterRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, keeping } = dossierHouse(parts)
  const read = (c: HouseContext) => act(c, (work) => readDossier(work, desk, idIn(c)))
  const recipientIn = (c: HouseContext, { facts, decisions }: ReadDossier) => {
    const written = decisions.at(-1)?.notices.map(({ recipient }) => recipient) ?? []
    return (
      everyRecipient(desk.notices, facts, written).find(
        ({ id }) => id === c.req.param('recipient'),
      ) ?? refuse('not-found', 'no-such-notice')
    )
  }

  const isSepotIn = ({ outcomes }: ReadDecision) =>
    outcomes.some(({ route }) => isSepot(desk.routes.routes, route))

  const showNotice = async (c: HouseContext, sent: Typed | undefined, errors: FormErrors) => {
    const language = c.get('language')
    const dossier = await read(c)
    const { head, decisions } = dossier
    const recipient = recipientIn(c, dossier)
    const { name, notice, partner } = recipient
    const last = decisions.at(-1)
    if (!last) return refuse('conflict', 'not-in-this-state')
    const mine = last.notices.filter((one) => one.recipient === recipient.id)
    const kept = mine.find(({ state }) => state === 'draft')
    const typed: Typed = sent ?? {
      text: kept?.text || (notice ? beginningOf(language, notice, isSepotIn(last)) : ''),
      state: 'draft',
      why: kept?.why ?? '',
    }
    return page(c, {
      title: t(language).notices.title(recipientName(name[language], partner)),
      breadcrumbs: wayTo(language, head),
      content: noticePage(language, {
        id: head.id,
        key: keyIn(typed) ?? newId(),
        typed,
        wrong: sentences(language, errors),
        recipient,
        before: notice ? mine.filter(({ state }) => state !== 'draft') : mine,
      }),
      errors,
    })
  }

  app.get('/dossiers/:id/bericht/:recipient', (c) =>
    keeping(c, { id: idIn(c), typed: {} }, () => showNotice(c, undefined, {})),
  )

  app.post('/dossiers/:id/bericht/:recipient', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    return keeping(c, { id, typed }, async () => {
      const recipient = c.req.param('recipient')
      const form = readFields(noticeFields, typed)
      if ('errors' in form) return showNotice(c, typed, form.errors)
      const { text, state, on, why } = form.value
      if (state === 'told' && on === '') return showNotice(c, typed, { on: 'date-missing' })
      if (state === 'not-told' && why === '')
        return showNotice(c, typed, { why: 'because-missing' })
      try {
        await act(c, (work) =>
          tellParty(work, desk, id, {
            recipient,
            state,
            on: (state === 'told' && on) || undefined,
            words: { text, why },
            key: keyIn(typed),
          }),
        )
      } catch (error) {
        return showNotice(c, typed, errorsFrom(error, ['text', 'on', 'why']))
      }
      return go(c, paths.dossier(id))
    })
  })

  type LineAct = {
    readonly what: 'hear' | 'answer'
    readonly path: string
    readonly fields: readonly Field[]
    readonly read: (
      typed: Typed,
    ) => FormRead<(work: Work, id: string, line: string, key?: string) => Promise<void>>
  }
  const lineActs: readonly LineAct[] = [
    {
      what: 'hear',
      path: 'gehoord',
      fields: hearingFields,
      read: (typed) => {
        const form = readFields(hearingFields, typed)
        if ('errors' in form) return form
        const { heardBy, uninvolved, on } = form.value
        return {
          value: (work, id, line, key) =>
            noteHearing(work, desk, id, {
              id: line,
              heardBy,
              uninvolved: uninvolved === 'yes',
              on,
              key,
            }),
        }
      },
    },
    {
      what: 'answer',
      path: 'uitkomst',
      fields: outcomeFields,
      read: (typed) => {
        const form = readFields(outcomeFields, typed)
        if ('errors' in form) return form
        const { outcome, answer, on } = form.value
        return {
          value: (work, id, line, key) =>
            answerObjection(work, desk, id, {
              id: line,
              upheld: outcome === 'yes',
              answer,
              on,
              key,
            }),
        }
      },
    },
  ]

  for (const { what, path, fields, read: readForm } of lineActs) {
    const address = `/dossiers/:id/bezwaar/:objection/${path}` as const
    const show = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
      const language = c.get('language')
      const { head, objections } = await read(c)
      const line = idIn(c, 'objection')
      if (!objections.some(({ id }) => id === line)) refuse('not-found', 'no-such-objection')
      const words = t(language).objections
      return page(c, {
        title: what === 'hear' ? words.hearTitle : words.answerTitle,
        breadcrumbs: wayTo(language, head),
        content: lineActPage(language, {
          what,
          action: `${paths.dossier(head.id)}/bezwaar/${line}/${path}`,
          id: head.id,
          key: keyIn(typed) ?? newId(),
          typed,
          wrong: sentences(language, errors),
        }),
        errors,
      })
    }
    app.get(address, (c) => show(c, {}, {}))
    app.post(address, async (c) => {
      const id = idIn(c)
      const line = idIn(c, 'objection')
      const typed = await typedIn(c)
      return keeping(c, { id, typed }, async () => {
        const form = readForm(typed)
        if ('errors' in form) return show(c, typed, form.errors)
        try {
          await act(c, (work) => form.value(work, id, line, keyIn(typed)))
        } catch (error) {
          const names = fields.map(({ name }) => name)
          return show(c, typed, errorsFrom(error, names))
        }
        return go(c, paths.dossier(id))
      })
    })
  }

  return app
}
