import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, signedInFirst, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { sentenceIn, sentencesIn } from '#platform/messages.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import { attachment } from '#platform/upload/file-name.ts'
import { readParts } from '#platform/upload/read-parts.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { researcher } from './access.ts'
import { addList, type ListKind, removeList } from './add-list.ts'
import { closeWave } from './close-wave.ts'
import { readNextWords, sortWords } from './code-words.ts'
import { csvLine } from './csv.ts'
import { drawWave } from './draw-wave.ts'
import { joinHalves } from './envelope.ts'
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
import { halfPage, ownHalfPage, urnPage } from './page-halves.ts'
import { publishName, sortPage, unsortedName, waveResultsPage } from './page-results.ts'
import { codePage, replaceCodePage, replacesName, schoolsPage } from './page-schools.ts'
import { wavePage } from './page-wave.ts'
import { newWavePage, wavesPage } from './page-waves.ts'
import { provenAt, provenName, wasProven } from './proven-before.ts'
import { publishResults } from './publish-results.ts'
import { nameOf, schoolKinds } from './questionnaire.ts'
import { readResults } from './read-results.ts'
import { readSchools, readWave, readWaves } from './read-waves.ts'
import { isSure } from './sure-box.ts'
import { inGroups } from './survey-code.ts'
import type { SurveyDesk } from './survey-desk.ts'
import { beforeQuery, doneQuery, schoolQuery, wavePaths } from './survey-paths.ts'
import { addressesIn, faultInHalf, readDrawForm, readWaveForm } from './wave-form.ts'
import { againName, closeName } from './wave-parts.ts'
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
  const who = (c: HouseContext) => ({
    wave: idIn(c),
    personId: whoIsSignedIn(c).actor.personId,
  })
  /** Before halves are typed; the form brings it along. */
  const provenNow = (c: HouseContext): string => {
    stepUp(c)
    return provenAt(desk.surveyKey, who(c), clock())
  }
  /** While they were typed: as long as it was when the form opened, nobody has to type them again. */
  const proven = (c: HouseContext, typed: Typed): string => {
    const given = textOf(typed, provenName)
    return wasProven(desk.surveyKey, who(c), given, clock()) ? given : provenNow(c)
  }

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
    readonly told?: string | undefined
  }

  const show = async (c: HouseContext, { typed = {}, wrong = {}, told }: Shown = {}) => {
    const standing = await act(c, (work) => readWave(work, idIn(c)))
    const view = { ...standing, surveys, typed, wrong, told, canMail }
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

  /** After an act: told once more from the address, so that reloading does nothing again. */
  const goTold = (c: HouseContext, done: Done, ...counts: readonly number[]) =>
    go(
      c,
      `${wavePaths.one(idIn(c))}?${new URLSearchParams({ [doneQuery]: [done, ...counts].join('-') })}`,
    )

  app.get('/metingen/:id', (c) => {
    const { lists, invite, urn } = t(c.get('language')).wave
    const [done = '', ...counts] = (c.req.query(doneQuery) ?? '').split('-')
    const [count = 0, before = 0] = counts.map((each) => Number(each) || 0)
    const told: Readonly<Record<Done, string>> = {
      lijst: lists.added(count, before),
      grootte: lists.sizesAdded(count),
      weg: lists.removed,
      adressen: invite.added(count),
      mails: invite.mailed(count),
      geopend: urn.opened,
    }
    return show(c, { told: Object.hasOwn(told, done) ? told[done as Done] : undefined })
  })

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
    if (added.ok) {
      return kind === 'sizes'
        ? goTold(c, 'grootte', added.rows)
        : goTold(c, 'lijst', added.rows, added.before)
    }
    const wrong =
      added.because === 'unreadable'
        ? lists.unreadable(added.line, lists.faults[added.fault](added.about))
        : added.because === 'listed-twice'
          ? lists.twice(added.codes)
          : sentenceIn(lists.wrong, added.because)
    return show(c, { typed, wrong: { file: wrong } })
  })

  post('/metingen/:id/lijsten/weg', async (c) => {
    const named = textOf(await typedIn(c), 'kind')
    const kind = schoolKinds.find((each) => each === named) ?? refuse('invalid', 'no-such-kind')
    await act(c, (work) => removeList(work, idIn(c), kind))
    return goTold(c, 'weg')
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

  const halfWrong = (c: HouseContext, typed: Typed, name: string): string | undefined => {
    const fault = faultInHalf(textOf(typed, name))
    const { wrong } = t(c.get('language')).wave.key
    if (!fault) return undefined
    if (fault.because === 'length') return wrong.length(fault.signs)
    return fault.because === 'sign' ? wrong.sign(fault.sign, fault.at) : wrong.missing
  }

  const showHalf = async (
    c: HouseContext,
    proven: string,
    wrong: Readonly<Record<string, string>> = {},
  ) => {
    const { wave, keepers } = await act(c, (work) => readWave(work, idIn(c)))
    if (wave.state !== 'drawn' || !keepers.mine) return go(c, wavePaths.one(wave.id))
    const page = ownHalfPage(c.get('language'), { wave, proven, wrong })
    const status = Object.keys(wrong).length > 0 ? 422 : 200
    return respond(c, { ...under(c, wave.id, wave.title), ...page, status })
  }

  app.get('/metingen/:id/begin', (c) => showHalf(c, provenNow(c)))

  post('/metingen/:id/begin', async (c) => {
    const typed = await typedIn(c)
    const stamp = proven(c, typed)
    const { key } = t(c.get('language')).wave
    const fault = halfWrong(c, typed, 'secret')
    if (fault) return showHalf(c, stamp, { secret: fault })
    const checked = await act(c, (work) => checkOwnHalf(work, idIn(c), textOf(typed, 'secret')))
    return checked === 'does-not-fit'
      ? showHalf(c, stamp, { secret: key.wrong['half-does-not-fit'] })
      : go(c, wavePaths.one(idIn(c)))
  })

  post('/metingen/:id/adressen', async (c) => {
    await mayChange(c)
    const { file, without } = await readParts(c, { file: largestList })
    const { lists, invite } = t(c.get('language')).wave
    if (!file)
      return show(c, { wrong: sentencesIn(lists.wrong, { file: without ?? 'file-missing' }) })
    const addresses = addressesIn(file.bytes)
    if ('because' in addresses) {
      const wrong = invite.wrong[addresses.because]
      return show(c, { wrong: { file: typeof wrong === 'string' ? wrong : wrong(addresses.line) } })
    }
    const count = await act(c, (work) => addAddresses(work, desk, idIn(c), addresses))
    return goTold(c, 'adressen', count)
  })

  post('/metingen/:id/uitnodigen', async (c) => {
    return goTold(c, 'mails', await act(c, (work) => inviteByMail(work, desk, idIn(c))))
  })

  post('/metingen/:id/brieven', async (c) => {
    // Whoever has this file can answer for every school in it.
    stepUp(c)
    const { paperFile, invite } = t(c.get('language')).wave
    const replaces = isSure(await typedIn(c), againName)
    const letters = await act(c, (work) => inviteOnPaper(work, desk, idIn(c), { replaces })).catch(
      unlessCodesAreOut,
    )
    if (!letters) return show(c, { wrong: { [againName]: invite.againMissing } })
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', attachment(paperFile.name))
    const { school, title, municipality, code } = paperFile
    const lines = letters.map((one) =>
      csvLine([one.school, one.name, one.municipality ?? '', inGroups(one.code)]),
    )
    return c.body(`\ufeff${[csvLine([school, title, municipality, code]), ...lines].join('')}`)
  })

  post('/metingen/:id/herinneren', async (c) => {
    return goTold(c, 'mails', await act(c, (work) => remindSchools(work, desk, idIn(c))))
  })

  app.get('/metingen/:id/scholen', async (c) => {
    const id = idIn(c)
    const only = c.req.query(schoolQuery.only)
    const looked = {
      name: c.req.query(schoolQuery.name) ?? '',
      only: only === 'silent' || only === 'answered' ? only : undefined,
    } as const
    const view = { ...(await act(c, (work) => readSchools(work, id))), looked }
    return respond(c, { ...under(c, id, view.wave.title), ...schoolsPage(c.get('language'), view) })
  })

  post('/metingen/:id/code', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const school = textOf(typed, 'school')
    const replaces = isSure(typed, replacesName)
    const given = await act(c, (work) => giveCode(work, desk, id, { school, replaces }))
    const language = c.get('language')
    if (given.ok) {
      const view = { id, name: given.name, code: inGroups(given.code) }
      return respond(c, { ...way(c), ...codePage(language, view) })
    }
    const isAsked = isSure(typed, 'asked')
    const error = isAsked ? t(language).wave.schools.replaceMissing : undefined
    const view = { id, school, name: given.name, error }
    return respond(c, {
      ...{ ...way(c), ...replaceCodePage(language, view) },
      status: isAsked ? 422 : 200,
    })
  })

  post('/metingen/:id/sluiten', async (c) => {
    if (!isSure(await typedIn(c), closeName)) {
      return show(c, { wrong: { [closeName]: t(c.get('language')).wave.close.missing } })
    }
    await act(c, (work) => closeWave(work, idIn(c)))
    return go(c, wavePaths.one(idIn(c)))
  })

  const showUrn = async (
    c: HouseContext,
    proven: string,
    wrong: Readonly<Record<string, string>> = {},
  ) => {
    const { wave, publicKey } = await act(c, (work) => readWave(work, idIn(c)))
    if (wave.state !== 'closed') return go(c, wavePaths.one(wave.id))
    const isOfDemo = demoHalves && publicKey && joinHalves(demoHalves, publicKey)
    const view = { wave, proven, wrong, surveys, demoHalves: isOfDemo ? demoHalves : undefined }
    const status = Object.keys(wrong).length > 0 ? 422 : 200
    const page = urnPage(c.get('language'), view)
    return respond(c, { ...under(c, wave.id, wave.title), ...page, status })
  }

  app.get('/metingen/:id/stembus', (c) => showUrn(c, provenNow(c)))

  post('/metingen/:id/stembus', async (c) => {
    const typed = await typedIn(c)
    const stamp = proven(c, typed)
    const { key, urn } = t(c.get('language')).wave
    const halves = ['secret-one', 'secret-other'] as const
    const faults = halves.flatMap((name) => {
      const fault = halfWrong(c, typed, name)
      return fault ? [[name, fault]] : []
    })
    if (faults.length > 0) return showUrn(c, stamp, Object.fromEntries(faults))
    const [one, other] = [textOf(typed, halves[0]), textOf(typed, halves[1])]
    const opened = await act(c, (work) => openUrn(work, desk, idIn(c), [one, other]))
    if (opened.ok) return goTold(c, 'geopend')
    if (opened.because === 'too-few') return showUrn(c, stamp, { [halves[0]]: urn.tooFew })
    const { fits } = opened
    return showUrn(
      c,
      stamp,
      fits
        ? { [halves[fits === 'one' ? 1 : 0]]: key.wrong['other-fits'] }
        : { [halves[0]]: key.wrong['key-does-not-fit'] },
    )
  })

  const showResults = async (
    c: HouseContext,
    before: string | undefined,
    wrong: Readonly<Record<string, string>> = {},
  ) => {
    const results = await act(c, (work) => readResults(work, desk, idIn(c), before))
    const questionnaire = questionnaireOf(surveys, results.told)
    const view = { ...results, surveys, knowledge, questionnaire, wrong }
    return respond(c, {
      ...under(c, results.wave.id, results.wave.title),
      ...waveResultsPage(c.get('language'), view),
      status: Object.keys(wrong).length > 0 ? 422 : 200,
    })
  }

  app.get('/metingen/:id/uitkomsten', (c) => showResults(c, c.req.query(beforeQuery)))

  post('/metingen/:id/publiceren', async (c) => {
    stepUp(c)
    const id = idIn(c)
    const { results: words } = t(c.get('language')).wave
    const typed = await typedIn(c)
    const before = textOf(typed, beforeQuery) || undefined
    if (!isSure(typed, publishName)) {
      return showResults(c, before, { [publishName]: words.publishMissing })
    }
    const leaveUnsorted = isSure(typed, unsortedName)
    const done = await act(c, (work) => publishResults(work, desk, id, { before, leaveUnsorted }))
    return done === 'published'
      ? go(c, wavePaths.results(id))
      : showResults(c, before, { [unsortedName]: words.unsortedMissing })
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

/** What is told on the page of a wave after an act. */
type Done = 'lijst' | 'grootte' | 'weg' | 'adressen' | 'mails' | 'geopend'

function unlessCodesAreOut(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.because !== 'codes-are-out') throw error
}

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'kind' in error && error.kind === 'conflict'
