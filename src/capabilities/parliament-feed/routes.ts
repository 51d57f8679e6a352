import { Hono } from 'hono'
import { z } from 'zod'
import { type Clock, Temporal } from '#platform/clock.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { type Respond, signedInFirst, whoIsSignedIn } from '#platform/http/respond.ts'
import { isId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import { setter } from './access.ts'
import { type Candidate, candidateKinds, referencesOf } from './candidate.ts'
import { addressOf, foundPage } from './page-found.ts'
import { settingContent } from './page-setting.ts'
import { sourcesPage } from './page-sources.ts'
import { paths, queryNames } from './paths.ts'
import { type CandidateQuery, readCandidates, seeCandidate } from './read-candidates.ts'
import { askAgain, changeSetting, readSetting, readSources } from './read-sources.ts'
import type { Register } from './register-port.ts'
import { type Scope, sourceNames } from './source.ts'
import type { Seen } from './store-candidates.ts'
import { takeCandidate } from './take-candidate.ts'
import { t } from './words.ts'

type Parts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly scope: Scope
  readonly register: Register
  readonly demo: boolean
  readonly requireStepUp: (signedIn: SignedIn, now: Temporal.Instant) => void
  /** somebody wants it now */
  readonly wake: () => void
}

/** The name of an account at a mail server, and nothing that would break a line of a request. */
const settingForm = z.object({
  isOn: z.enum(['yes', 'no'], { error: 'choose-on' }),
  contact: z.email({ error: 'contact-wrong' }).max(254, { error: 'contact-wrong' }),
})

/** What was found at the House, how far we are, and whether we read along at all. */
export function feedRoutes(parts: Parts): Hono<HouseEnv> {
  const { respond, inTransaction, clock, scope, register, demo, requireStepUp, wake } = parts
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')

  const queryFrom = (ask: (name: string) => string | undefined): CandidateQuery => {
    const page = Number(/^\d{1,4}$/.exec(ask(queryNames.page) ?? '')?.[0] ?? 1)
    return {
      kind: candidateKinds.find((one) => one === ask(queryNames.kind)),
      dossier: scope.dossiers.find((one) => one === ask(queryNames.dossier)),
      all: ask(queryNames.all) === 'ja',
      page: Math.max(1, page),
    }
  }

  for (const path of Object.values(paths)) app.use(path, signedInFirst)

  app.get(paths.found, async (c) => {
    const query = queryFrom((name) => c.req.query(name))
    const read = await act(c, async (work) => {
      const found = await readCandidates(work, query)
      return { found, known: await register.known(work, found.candidates.flatMap(namesOf)) }
    })
    const view = { ...read, query, register, dossiers: scope.dossiers, demo }
    return respond(c, foundPage(c.get('language'), view))
  })

  app.post(paths.take, async (c) => {
    const typed = await typedIn(c)
    const id = await act(c, (work) => takeCandidate(work, register, seenIn(typed)))
    return c.redirect(link(c.get('language'), register.itemPath(id)), 303)
  })

  app.post(paths.seen, async (c) => {
    const typed = await typedIn(c)
    await act(c, (work) => seeCandidate(work, seenIn(typed)))
    // Only the query of where somebody was is read, never an address.
    const from = textOf(typed, 'back')
    const here = 'https://here.invalid'
    const back = new URL(URL.canParse(from, here) ? from : '/', here).searchParams
    return c.redirect(
      addressOf(
        c.get('language'),
        queryFrom((name) => back.get(name) ?? undefined),
      ),
      303,
    )
  })

  app.get(paths.sources, async (c) => {
    const state = await act(c, readSources)
    return respond(c, {
      ...sourcesPage(c.get('language'), state, { now: clock().toString(), demo }),
      under: link(c.get('language'), paths.found),
    })
  })

  app.post(paths.sources, async (c) => {
    const name = textOf(await typedIn(c), 'name')
    const source = sourceNames.find((one) => one === name)
    await act(c, (work) =>
      source ? askAgain(work, source) : refuse('not-found', 'no-such-source'),
    )
    wake()
    return c.redirect(link(c.get('language'), paths.sources), 303)
  })

  const showSetting = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const setting = await inTransaction(
      whoIsSignedIn(c).actor,
      'manage-organisation',
      readSetting,
      c.get('requestId'),
    )
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(c.get('language')).setting.title,
      content: settingContent(c.get('language'), { setting, scope, typed, errors, demo }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(paths.setting, (c) => showSetting(c, {}, {}))

  app.post(paths.setting, async (c) => {
    // First, so that nobody without the role learns what the form wants.
    const { actor } = whoIsSignedIn(c)
    setter({ actor })
    const typed = await typedIn(c)
    const read = readForm(settingForm, { isOn: '', contact: '', ...typed })
    if (!read.ok) return showSetting(c, typed, read.errors)
    const { isOn, contact } = read.value
    if (isOn === 'yes') requireStepUp(whoIsSignedIn(c), clock())
    await inTransaction(
      actor,
      'manage-organisation',
      (work) => changeSetting(work, { isOn: isOn === 'yes', contact }),
      c.get('requestId'),
    )
    wake()
    return c.redirect(link(c.get('language'), paths.setting), 303)
  })

  return app
}

/** Every name by which the register can know it or its papers. */
const namesOf = (one: Candidate): string[] => [
  ...referencesOf(one),
  ...one.papers.map(({ number }) => number),
]

/** Which one, and as it was when it was shown. */
function seenIn(typed: Typed): Seen {
  const [id, until] = [textOf(typed, 'id'), momentIn(textOf(typed, 'until'))]
  const source = (['matters', 'commitments'] as const).find(
    (one) => one === textOf(typed, 'source'),
  )
  return source && isId(id) && until
    ? { source, id, until }
    : refuse('not-found', 'no-such-candidate')
}

/** A moment as it stood in the form; nothing when somebody made it something else. */
function momentIn(text: string): string | undefined {
  try {
    const moment = Temporal.Instant.from(text).toString()
    // Our own, in a year that PostgreSQL knows too.
    return /^2\d{3}-/.test(moment) ? moment : undefined
  } catch {
    return undefined
  }
}
