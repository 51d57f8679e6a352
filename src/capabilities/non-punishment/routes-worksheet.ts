import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { readFields } from './fields.ts'
import { addStatement, addUnknown, resumeWorksheet } from './fill-worksheet.ts'
import { lineActPage, withdrawFields } from './pages-after.ts'
import {
  asksOffence,
  elementPage,
  statementFields,
  typedAgain,
  unknownFields,
  worksheetPage,
} from './pages-worksheet.ts'
import { paths } from './paths.ts'
import { readDossier } from './read-dossier.ts'
import { dossierHouse, errorsFrom, type RouteParts } from './route-parts.ts'
import type { Withdrawable } from './store-contents.ts'
import { sentences, t, wayTo } from './words.ts'
import { withdraw } from './write-in-dossier.ts'

/** What a line is called in its address. */
const lines: Readonly<Record<string, Withdrawable>> = {
  feit: 'dossier_fact',
  'strafbaar-feit': 'dossier_offence',
  werkblad: 'dossier_statement',
}

/** The worksheet element by element, and taking a line away. */
export function worksheetRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, law, knowledge } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, keeping } = dossierHouse(parts)
  const read = (c: HouseContext) => act(c, (work) => readDossier(work, desk, idIn(c)))
  const elementIn = (c: HouseContext) =>
    desk.worksheet.elements.find(({ id }) => id === c.req.param('element')) ??
    refuse('not-found', 'no-such-element')

  app.get('/dossiers/:id/werkblad', async (c) => {
    const language = c.get('language')
    const dossier = await read(c)
    return page(c, {
      title: t(language).worksheet.title,
      breadcrumbs: wayTo(language, dossier.head),
      content: worksheetPage(language, desk.worksheet, dossier, newId()),
    })
  })

  app.post('/dossiers/:id/werkblad-open', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    return keeping(c, { id, typed }, async () => {
      await act(c, (work) => resumeWorksheet(work, desk, id, { key: keyIn(typed) }))
      return go(c, paths.worksheet(id))
    })
  })

  const showElement = async (c: HouseContext, sent: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const element = elementIn(c)
    const dossier = await read(c)
    const like = c.req.query('zoals')
    const before = dossier.statements.find(
      (one) => one.id === like && one.element === element.id && one.kind === 'statement',
    )
    const typed = before && Object.keys(sent).length === 0 ? typedAgain(before) : sent
    const { worksheet } = t(language)
    return page(c, {
      title: element.title[language],
      breadcrumbs: [
        ...wayTo(language, dossier.head),
        {
          text: worksheet.title,
          href: `${wayTo(language, dossier.head).at(-1)?.href}/werkblad`,
        },
      ],
      content: elementPage(language, {
        element,
        read: dossier,
        law,
        knowledge,
        typed,
        wrong: sentences(language, errors),
        key: keyIn(typed) ?? newId(),
      }),
      errors,
    })
  }

  app.get('/dossiers/:id/werkblad/:element', (c) => showElement(c, {}, {}))

  type Verb = (work: Work) => Promise<unknown>
  const write = async (c: HouseContext, typed: Typed, fields: readonly string[], verb: Verb) => {
    try {
      await act(c, verb)
    } catch (error) {
      return showElement(c, typed, errorsFrom(error, fields))
    }
    return go(c, paths.element(idIn(c), elementIn(c).id))
  }

  app.post('/dossiers/:id/werkblad/:element', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    return keeping(c, { id, typed }, async () => {
      const element = elementIn(c)
      const whichOffence = asksOffence(element, await read(c))
      const fields = statementFields({ overTime: element.overTime, whichOffence })
      const form = readFields(fields, typed)
      if ('errors' in form) return showElement(c, typed, form.errors)
      const { from, until, offences, ...statement } = form.value
      const names = fields.map(({ name }) => name)
      return write(c, typed, names, (work) =>
        addStatement(work, desk, id, {
          element: element.id,
          statement,
          offences,
          from: (element.overTime && from) || undefined,
          until: (element.overTime && until) || undefined,
          key: keyIn(typed),
        }),
      )
    })
  })

  app.post('/dossiers/:id/werkblad/:element/onbekend', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    return keeping(c, { id, typed }, async () => {
      const element = elementIn(c)
      const whichOffence = asksOffence(element, await read(c))
      const form = readFields(unknownFields({ whichOffence }), typed)
      if ('errors' in form) return showElement(c, typed, form.errors)
      const { unknown: text, unknownOf: offences } = form.value
      return write(c, typed, ['unknown', 'unknownOf'], (work) =>
        addUnknown(work, desk, id, { element: element.id, text, offences, key: keyIn(typed) }),
      )
    })
  })

  const showAway = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const { what, line } = lineIn(c)
    const { head, facts, offences, statements } = await read(c)
    const one = [...facts, ...offences, ...statements].find(({ id }) => id === line)
    return page(c, {
      title: t(language).withdraw.title,
      breadcrumbs: wayTo(language, head),
      content: lineActPage(language, {
        what: 'withdraw',
        about: one?.text,
        action: paths.withdraw(head.id, what, line),
        id: head.id,
        key: keyIn(typed) ?? newId(),
        typed,
        wrong: sentences(language, errors),
      }),
      errors,
    })
  }

  app.get('/dossiers/:id/weghalen/:what/:line', (c) => showAway(c, {}, {}))

  app.post('/dossiers/:id/weghalen/:what/:line', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    return keeping(c, { id, typed }, async () => {
      const { table, line } = lineIn(c)
      const form = readFields(withdrawFields, typed)
      if ('errors' in form) return showAway(c, typed, form.errors)
      await act(c, (work) =>
        withdraw(work, desk, id, { what: table, id: line, ...form.value, key: keyIn(typed) }),
      )
      return go(c, paths.dossier(id))
    })
  })

  return app
}

function lineIn(c: HouseContext) {
  const what = c.req.param('what') ?? ''
  const table = Object.hasOwn(lines, what) ? lines[what] : undefined
  const line = c.req.param('line') ?? ''
  return table && isId(line) ? { what, table, line } : refuse('not-found', 'no-such-page')
}
