import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, signedInFirst, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { sentenceIn, sentencesIn } from '#platform/messages.ts'
import { attachment } from '#platform/upload/file-name.ts'
import { readParts } from '#platform/upload/read-parts.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { addList, type ListKind } from './add-list.ts'
import { closeWave } from './close-wave.ts'
import { readNextWords, sortWords } from './code-words.ts'
import { csvLine } from './csv.ts'
import { drawWave } from './draw-wave.ts'
import { questionnaireOf } from './get-wave.ts'
import {
  addAddresses,
  giveCode,
  inviteByMail,
  inviteOnPaper,
  remindSchools,
} from './invite-schools.ts'
import { makeWave } from './make-wave.ts'
import { openUrn } from './open-urn.ts'
import { checkOwnHalf, makeOwnHalf } from './open-wave.ts'
import { sortPage, waveResultsPage } from './page-results.ts'
import { codePage, halfPage, schoolsPage, wavePage } from './page-wave.ts'
import { newWavePage, wavesPage } from './page-waves.ts'
import { publishResults } from './publish-results.ts'
import { nameOf, schoolKinds } from './questionnaire.ts'
import { readResults } from './read-results.ts'
import { readSchools, readWave, readWaves } from './read-waves.ts'
import { inGroups } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { beforeQuery, wavePaths } from './survey-paths.ts'
import { addressesIn, halvesForm, ownHalfForm, readDrawForm, readWaveForm } from './wave-form.ts'
import { t } from './words.ts'

type Parts = {
  readonly desk: SurveyDesk
  readonly knowledge: Knowledge
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
  readonly canMail: boolean
  /** of the demonstration */
  readonly demoHalves: readonly [string, string] | undefined
}

/** The addresses to which a list of schools or of addresses may be sent. */
export const listUploads = /^\/metingen\/[^/]+\/(lijsten|adressen)$/

/** In bytes. */
const largestList = 8 * 1024 * 1024

const listKinds: readonly ListKind[] = [...schoolKinds, 'sizes']

/** Where researchers lead a survey: its waves, and every act on one. */
export function waveRoutes(parts: Parts): Hono<HouseEnv> {
  const { desk, knowledge, inTransaction, respond, clock, requireStepUp, canMail, demoHalves } =
    parts
  const { surveys } = desk
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'ask-schools')
  const way = (c: HouseContext) => {
    const language = c.get('language')
    const href = link(language, wavePaths.list)
    return { breadcrumbs: [{ text: t(language).waves.title, href }], under: href }
  }
  const under = (c: HouseContext, id: string, title: string) => {
    const { breadcrumbs, under } = way(c)
    const href = link(c.get('language'), wavePaths.one(id))
    return { breadcrumbs: [...breadcrumbs, { text: title, href }], under }
  }
  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)
  const stepUp = (c: HouseContext) => requireStepUp(whoIsSignedIn(c), clock())

  app.use('/metingen', signedInFirst)
  app.use('/metingen/*', signedInFirst)

  app.get(wavePaths.list, async (c) => {
    const waves = await act(c, readWaves)
    return respond(c, wavesPage(c.get('language'), { waves, surveys }))
  })

  const begin = async (work: Work) => {
    researcher(work)
    work.audit({ act: 'survey.begin' })
  }

  app.get(wavePaths.add, async (c) => {
    await act(c, begin)
    const view = { surveys, typed: {}, errors: {}, key: newId() }
    return respond(c, { ...way(c), ...newWavePage(c.get('language'), view) })
  })

  app.post(wavePaths.add, async (c) => {
    const typed = await typedIn(c)
    const read = readWaveForm(typed, surveys.questionnaires.map(nameOf), dutchDay(clock()))
    if (!read.ok) {
      // Asked first, so that nobody without the role learns what the form wants.
      await act(c, begin)
      const view = { surveys, typed, errors: read.errors, key: keyIn(typed) ?? newId() }
      return respond(c, { ...way(c), ...newWavePage(c.get('language'), view), status: 422 })
    }
    const id = await act(c, (work) => makeWave(work, read.value, keyIn(typed)))
    return go(c, id === undefined ? wavePaths.list : wavePaths.one(id))
  })

  type Shown = {
    readonly typed?: Typed
    readonly wrong?: Readonly<Record<string, string>>
    readonly told?: string
  }

  const show = async (c: HouseContext, { typed = {}, wrong = {}, told }: Shown = {}) => {
    const standing = await act(c, (work) => readWave(work, idIn(c)))
    const view = { ...standing, surveys, typed, wrong, told, canMail, demoHalves }
    const status = Object.keys(wrong).length > 0 ? 422 : 200
    return respond(c, { ...way(c), ...wavePage(c.get('language'), view), status })
  }

  /** Somebody was first: how the wave stands now. What was typed is a choice or a secret, and is not given back. */
  const orAsItStands = async (c: HouseContext, answer: () => Promise<Response>) => {
    try {
      return await answer()
    } catch (error) {
      const language = c.get('language')
      const { wave, waves } = t(language)
      const now = { text: wave.toWave, href: link(language, wavePaths.one(idIn(c))) }
      return respond(c, {
        ...way(c),
        ...keptBackPage(language, {
          ...{ typed: {}, written: [], error },
          now: isConflict(error) ? { sentence: wave.stands, link: now } : undefined,
          otherwise: { text: waves.title, href: link(language, wavePaths.list) },
        }),
      })
    }
  }

  const post = (path: string, answer: (c: HouseContext) => Promise<Response>) =>
    app.post(path, (c) => orAsItStands(c, () => answer(c)))

  app.get('/metingen/:id', (c) => show(c))

  /** Asked before a file is read: who has no business here sends it for nothing. */
  const mayChange = (c: HouseContext) => act(c, (work) => readWave(work, idIn(c)))

  post('/metingen/:id/lijsten', async (c) => {
    await mayChange(c)
    const { typed, file, without } = await readParts(c, { file: largestList })
    const { lists } = t(c.get('language')).wave
    const kind = listKinds.find((each) => each === textOf(typed, 'kind'))
    if (!kind || !file) {
      const errors: FormErrors = {
        ...(kind ? {} : { kind: 'kind-missing' }),
        ...(file ? {} : { file: without ?? 'file-missing' }),
      }
      return show(c, { typed, wrong: sentencesIn(lists.wrong, errors) })
    }
    const added = await act(c, (work) => addList(work, idIn(c), { kind, bytes: file.bytes }))
    if (added.ok) return go(c, wavePaths.one(idIn(c)))
    const wrong =
      added.because === 'unreadable'
        ? lists.unreadable(added.line)
        : added.because === 'listed-twice'
          ? lists.twice(added.codes)
          : sentenceIn(lists.wrong, added.because)
    return show(c, { typed, wrong: { file: wrong } })
  })

  post('/metingen/:id/trekking', async (c) => {
    const typed = await typedIn(c)
    const { draw } = t(c.get('language')).wave
    const read = readDrawForm(typed)
    if (!read.ok) return show(c, { typed, wrong: sentencesIn(draw.wrong, read.errors) })
    const drawn = await act(c, (work) => drawWave(work, idIn(c), read.value))
    if (drawn.ok) return go(c, wavePaths.one(idIn(c)))
    const field = drawn.because === 'too-many-strata' ? 'by' : 'size'
    return show(c, { typed, wrong: { [field]: sentenceIn(draw.wrong, drawn.because) } })
  })

  post('/metingen/:id/sleutel', async (c) => {
    stepUp(c)
    const id = idIn(c)
    const { wave } = await act(c, (work) => readWave(work, id))
    const made = await act(c, (work) => makeOwnHalf(work, id))
    return respond(c, { ...under(c, id, wave.title), ...halfPage(c.get('language'), id, made) })
  })

  post('/metingen/:id/begin', async (c) => {
    stepUp(c)
    const { key } = t(c.get('language')).wave
    const read = readForm(ownHalfForm, await typedIn(c))
    if (!read.ok) return show(c, { wrong: sentencesIn(key.wrong, read.errors) })
    const checked = await act(c, (work) => checkOwnHalf(work, idIn(c), read.value.secret))
    return checked === 'does-not-fit'
      ? show(c, { wrong: { secret: key.wrong['half-does-not-fit'] } })
      : go(c, wavePaths.one(idIn(c)))
  })

  post('/metingen/:id/adressen', async (c) => {
    await mayChange(c)
    const { file, without } = await readParts(c, { file: largestList })
    const { lists, invite } = t(c.get('language')).wave
    if (!file)
      return show(c, { wrong: sentencesIn(lists.wrong, { file: without ?? 'file-missing' }) })
    const addresses = addressesIn(file.bytes)
    if (!addresses) return show(c, { wrong: { file: invite.wrong['addresses-strange'] } })
    const count = await act(c, (work) => addAddresses(work, desk, idIn(c), addresses))
    return show(c, { told: invite.added(count) })
  })

  post('/metingen/:id/uitnodigen', async (c) => {
    const count = await act(c, (work) => inviteByMail(work, desk, idIn(c)))
    return show(c, { told: t(c.get('language')).wave.invite.mailed(count) })
  })

  post('/metingen/:id/brieven', async (c) => {
    // Whoever has this file can answer for every school in it.
    stepUp(c)
    const { paperFile } = t(c.get('language')).wave
    const letters = await act(c, (work) => inviteOnPaper(work, desk, idIn(c)))
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', attachment(paperFile.name))
    const head = [paperFile.school, paperFile.title, paperFile.code]
    const lines = letters.map((one) => csvLine([one.school, one.name, inGroups(one.code)]))
    return c.body(`\ufeff${[csvLine(head), ...lines].join('')}`)
  })

  post('/metingen/:id/herinneren', async (c) => {
    const count = await act(c, (work) => remindSchools(work, desk, idIn(c)))
    return show(c, { told: t(c.get('language')).wave.invite.mailed(count) })
  })

  app.get('/metingen/:id/scholen', async (c) => {
    const id = idIn(c)
    const view = await act(c, (work) => readSchools(work, id))
    return respond(c, { ...under(c, id, view.wave.title), ...schoolsPage(c.get('language'), view) })
  })

  post('/metingen/:id/code', async (c) => {
    const id = idIn(c)
    const school = textOf(await typedIn(c), 'school')
    const { name, code } = await act(c, (work) => giveCode(work, desk, id, school))
    const view = { id, name, code: inGroups(code) }
    return respond(c, { ...way(c), ...codePage(c.get('language'), view) })
  })

  post('/metingen/:id/sluiten', async (c) => {
    await act(c, (work) => closeWave(work, idIn(c)))
    return go(c, wavePaths.one(idIn(c)))
  })

  post('/metingen/:id/stembus', async (c) => {
    stepUp(c)
    const { key, urn } = t(c.get('language')).wave
    const read = readForm(halvesForm, await typedIn(c))
    if (!read.ok) return show(c, { wrong: sentencesIn(key.wrong, read.errors) })
    const { 'secret-one': one, 'secret-other': other } = read.value
    const opened = await act(c, (work) => openUrn(work, desk, idIn(c), [one, other]))
    if (opened.ok) return show(c, { told: urn.opened })
    const wrong = opened.because === 'too-few' ? urn.tooFew : key.wrong['key-does-not-fit']
    return show(c, { wrong: { 'secret-one': wrong } })
  })

  app.get('/metingen/:id/uitkomsten', async (c) => {
    const id = idIn(c)
    const before = c.req.query(beforeQuery)
    const results = await act(c, (work) => readResults(work, desk, id, before))
    const questionnaire = questionnaireOf(surveys, results.told)
    const view = { ...results, surveys, knowledge, questionnaire }
    return respond(c, {
      ...under(c, id, results.wave.title),
      ...waveResultsPage(c.get('language'), view),
    })
  })

  post('/metingen/:id/publiceren', async (c) => {
    stepUp(c)
    const id = idIn(c)
    const before = textOf(await typedIn(c), beforeQuery) || undefined
    await act(c, (work) => publishResults(work, desk, id, before))
    return go(c, wavePaths.results(id))
  })

  const showWords = async (c: HouseContext, wrong?: string) => {
    const id = idIn(c)
    const question = c.req.param('question') ?? ''
    const sorting = await act(c, (work) => readNextWords(work, desk, id, question))
    return respond(c, {
      ...under(c, id, sorting.wave.title),
      ...sortPage(c.get('language'), sorting, wrong),
      status: wrong ? 422 : 200,
    })
  }

  app.get('/metingen/:id/woorden/:question', (c) => showWords(c))

  post('/metingen/:id/woorden/:question', async (c) => {
    const id = idIn(c)
    const question = c.req.param('question') ?? ''
    const typed = await typedIn(c)
    const codes = listOf(typed, 'codes')
    if (codes.length === 0) return showWords(c, t(c.get('language')).wave.words.missing)
    const chosen = { question, answer: textOf(typed, 'answer'), codes }
    await act(c, (work) => sortWords(work, desk, id, chosen))
    return go(c, wavePaths.words(id, question))
  })

  return app
}

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'kind' in error && error.kind === 'conflict'
