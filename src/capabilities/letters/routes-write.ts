import { Hono } from 'hono'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { bareNumbersIn } from './bare-numbers.ts'
import { beginLetter, mayBegin } from './begin-letter.ts'
import { changeFrame } from './change-frame.ts'
import {
  answersThatStand,
  faultsOfText,
  unansweredNumbers,
  wordsAround,
  wordsOfBlock,
} from './check-text.ts'
import {
  answerFields,
  answerFieldsOf,
  answersInPlace,
  beginForm,
  newIdIn,
  partForm,
  readBlockForm,
  readFrameForm,
  readIn,
} from './forms.ts'
import type { LetterBlock, LetterContent } from './letter.ts'
import { figureMark, figuresUsed, isOfParliament, referredTo } from './letter-text.ts'
import { blockContent } from './page-block.ts'
import { beginContent, frameContent } from './page-frame.ts'
import { paths } from './paths.ts'
import { knownPapers, readLetter, type WholeLetter } from './read-letter.ts'
import { type RouteParts, somebodyWasFirst, wayTo } from './route-parts.ts'
import { sentencesOf, t } from './words.ts'
import { addBlock, moveBlock, removeBlock, writeBlock } from './write-block.ts'

type Wrong = Readonly<Record<string, string>>

/** Writing a letter: its beginning, its head and its pieces. */
export function writeRoutes({ respond, inTransaction, desk }: RouteParts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')

  const showBegin = (c: HouseContext, typed: Typed, wrong: Wrong) => {
    const language = c.get('language')
    const isWrong = Object.keys(wrong).length > 0
    return respond(c, {
      ...wayTo(language),
      title: t(language).begin.title,
      content: beginContent(language, { typed, wrong, key: keyIn(typed) ?? newId() }),
      error: isWrong,
      status: isWrong ? 422 : 200,
    })
  }

  /** The paper that was the letter before is in the register, unless somebody looked it up. */
  const previousFault = async (
    work: Work,
    { previous, vouched = [] }: { previous: string; vouched?: readonly string[] },
  ): Promise<FormErrors> => {
    if (previous === '' || !isOfParliament(previous) || vouched.includes(previous)) return {}
    const known = await knownPapers(work, desk, [previous])
    return known.has(previous) ? {} : { previous: 'reference-unknown' }
  }

  app.get(paths.begin, async (c) => {
    await act(c, mayBegin)
    return showBegin(c, {}, {})
  })

  app.post(paths.begin, async (c) => {
    const language = c.get('language')
    const typed = await typedIn(c)
    const read = readForm(beginForm, typed)
    // Asked first, so that nobody without the role learns what the form wants.
    const found = await act(c, async (work) => {
      await mayBegin(work)
      return read.ok ? previousFault(work, read.value) : read.errors
    })
    if (!read.ok || Object.keys(found).length > 0) {
      return showBegin(c, typed, sentencesOf(language, found))
    }
    const id = await act(c, (work) => beginLetter(work, desk, read.value, keyIn(typed)))
    return c.redirect(link(language, id === undefined ? paths.list : paths.one(id)), 303)
  })

  type ShownFrame = { letter: WholeLetter; typed: Typed; wrong: Wrong; read: number }

  const showFrame = (c: HouseContext, { letter, typed, wrong, read }: ShownFrame) => {
    const language = c.get('language')
    const isWrong = Object.keys(wrong).length > 0
    const { row, items, actions } = letter
    const around = wordsAround({ title: textOf(typed, 'title') }, actions)
    return respond(c, {
      ...wayTo(language, row),
      title: t(language).frame.title,
      content: frameContent(language, {
        ...{ id: row.id, wrong, read, items, actions },
        typed: answersInPlace(typed, wordsIn(around)),
      }),
      error: isWrong,
      status: isWrong ? 422 : 200,
    })
  }

  app.get('/verantwoording/brieven/:id/kop', async (c) => {
    const letter = await act(c, (work) => readLetter(work, desk, idIn(c)))
    const { content } = letter
    const typed = typedFrame(content, wordsAround(content, letter.actions))
    return showFrame(c, { letter, typed, wrong: {}, read: content.frameChangedIn })
  })

  app.post('/verantwoording/brieven/:id/kop', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    const typed = await typedIn(c)
    const { letter, read, found } = await act(c, async (work) => {
      const letter = await readLetter(work, desk, id)
      const read = readFrameForm(typed, (item) => letter.items.some((one) => one.id === item))
      return { letter, read, found: read.ok ? await previousFault(work, read.value) : read.errors }
    })
    if (!read.ok || Object.keys(found).length > 0) {
      return showFrame(c, {
        letter,
        typed,
        wrong: sentencesOf(language, found),
        read: readIn(typed),
      })
    }
    const around = wordsAround(read.value, letter.actions)
    const answered = answersThatStand(around, read.value.answered)
    return saved(c, { id, typed, written: ['title', 'dossiers', 'previous', 'vouched'] }, (work) =>
      changeFrame(work, desk, id, { frame: { ...read.value, answered }, read: readIn(typed) }),
    )
  })

  type ShownBlock = {
    letter: WholeLetter
    changes: { id: string; read: number } | undefined
    typed: Typed
    wrong: Wrong
  }

  const showBlock = (c: HouseContext, { letter, changes, typed, wrong }: ShownBlock) => {
    const language = c.get('language')
    const { block: words } = t(language)
    const isWrong = Object.keys(wrong).length > 0
    const { row, content, figures } = letter
    return respond(c, {
      ...wayTo(language, row),
      title: changes ? words.changeTitle : words.addTitle,
      content: blockContent(language, {
        letterId: row.id,
        newId: newIdIn(typed) ?? newId(),
        bound: content.figures,
        typed: answersInPlace(typed, wordsIn(wordsOfBlock(wordsTyped(typed)))),
        ...{ changes, wrong, figures, round: letter.round },
      }),
      error: isWrong,
      status: isWrong ? 422 : 200,
    })
  }

  /** What was typed, with everything that is wrong in it, beside the letter as it is. */
  const readBlock = (c: HouseContext, id: string, typed: Typed) =>
    act(c, async (work) => {
      const letter = await readLetter(work, desk, id)
      const language = c.get('language')
      const read = readBlockForm(typed)
      if (!read.ok) return { letter, read, wrong: sentencesOf(language, read.errors) }
      const whole = wordsOfBlock(read.value)
      const answered = answersThatStand(whole, read.value.answered)
      const known = await knownPapers(work, desk, referredTo(whole))
      const wrong = wrongInBlock(language, letter.content, { ...read.value, known, answered })
      return { letter, read: { ok: true as const, value: { ...read.value, answered } }, wrong }
    })

  app.get('/verantwoording/brieven/:id/stukken/nieuw', async (c) => {
    const letter = await act(c, (work) => readLetter(work, desk, idIn(c)))
    return showBlock(c, { letter, changes: undefined, typed: {}, wrong: {} })
  })

  app.post('/verantwoording/brieven/:id/stukken/nieuw', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    const typed = await typedIn(c)
    const part = readForm(partForm, typed)
    const { letter, read, wrong: inText } = await readBlock(c, id, typed)
    const wrong = { ...(part.ok ? {} : sentencesOf(language, part.errors)), ...inText }
    if (!read.ok || !part.ok || Object.keys(wrong).length > 0) {
      return showBlock(c, { letter, changes: undefined, typed, wrong })
    }
    return saved(c, { id, typed, written: ['heading', 'text'] }, (work) =>
      addBlock(work, desk, id, { id: newIdIn(typed), part: part.value.part, words: read.value }),
    )
  })

  app.get('/verantwoording/brieven/:id/stukken/:block', async (c) => {
    const letter = await act(c, (work) => readLetter(work, desk, idIn(c)))
    const block = blockIn(letter.content, idIn(c, 'block'))
    const changes = { id: block.id, read: block.changedIn }
    return showBlock(c, { letter, changes, typed: typedBlock(block), wrong: {} })
  })

  app.post('/verantwoording/brieven/:id/stukken/:block', async (c) => {
    const [id, blockId] = [idIn(c), idIn(c, 'block')]
    const typed = await typedIn(c)
    const { letter, read, wrong } = await readBlock(c, id, typed)
    blockIn(letter.content, blockId)
    const changes = { id: blockId, read: readIn(typed) }
    if (!read.ok || Object.keys(wrong).length > 0)
      return showBlock(c, { letter, changes, typed, wrong })
    return saved(c, { id, typed, written: ['heading', 'text'] }, (work) =>
      writeBlock(work, desk, id, { ...changes, words: read.value }),
    )
  })

  app.post('/verantwoording/brieven/:id/stukken/:block/weg', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const which = { id: idIn(c, 'block'), read: readIn(typed) }
    return saved(c, { id, typed, written: [] }, (work) => removeBlock(work, desk, id, which))
  })

  app.post('/verantwoording/brieven/:id/stukken/:block/eerder', async (c) => {
    const id = idIn(c)
    return saved(c, { id, typed: {}, written: [] }, (work) =>
      moveBlock(work, desk, id, idIn(c, 'block')),
    )
  })

  type Saving = { id: string; typed: Typed; written: readonly string[] }

  /** Back to the letter; where somebody was first, what was typed comes back with the way to how it stands now. */
  const saved = async (
    c: HouseContext,
    { id, typed, written }: Saving,
    verb: (work: Work) => Promise<void>,
  ) => {
    try {
      await act(c, verb)
    } catch (error) {
      const { letter: words } = t(c.get('language'))
      const to = { text: words.toLetter, path: paths.one(id) }
      return somebodyWasFirst(c, respond, { typed, written, error, to })
    }
    return c.redirect(link(c.get('language'), paths.one(id)), 303)
  }

  return app
}

const blockIn = ({ blocks }: LetterContent, id: string): LetterBlock =>
  blocks.find((one) => one.id === id) ?? refuse('not-found', 'no-such-page')

const wordsIn = (text: string): readonly string[] => bareNumbersIn(text).map(({ words }) => words)
const wordsTyped = (typed: Typed) => ({
  heading: textOf(typed, 'heading'),
  text: textOf(typed, 'text'),
})

type Written = {
  readonly heading: string
  readonly text: string
  readonly known: ReadonlyMap<string, string | undefined>
  readonly answered: LetterBlock['answered']
}

/** What holds a piece back, as sentences by field, and every number without an answer. */
function wrongInBlock(
  language: Language,
  { figures, vouched }: LetterContent,
  { heading, text, known, answered }: Written,
): Wrong {
  const { faults: words } = t(language)
  const isKnown = (id: string) => known.has(id) || vouched.includes(id)
  const faultsOf = (said: string) =>
    faultsOfText(said, { figures, isKnown }).map((one) => words[one.code](one.words))
  const marks = figuresUsed(heading).map((one) => words['figure-in-heading'](figureMark(one)))
  const inHeading = marks.length > 0 ? marks : faultsOf(heading)
  const inText = faultsOf(text)
  const whole = wordsOfBlock({ heading, text })
  const open = unansweredNumbers(whole, answered).map((one) => one.words)
  const numbers = wordsIn(whole).flatMap((one, at) =>
    open.includes(one) ? [[answerFields(at + 1).because, words.unanswered(one)] as const] : [],
  )
  return {
    ...(inHeading.length > 0 ? { heading: inHeading.join(' ') } : {}),
    ...(inText.length > 0 ? { text: inText.join(' ') } : {}),
    ...Object.fromEntries(numbers),
  }
}

const typedFrame = (content: LetterContent, around: string): Typed => ({
  title: content.title,
  dossiers: content.dossiers.join('\n'),
  previous: content.previous,
  discharged: content.discharged,
  vouched: content.vouched.join('\n'),
  ...withAnswers(around, content.answered),
})

const typedBlock = ({ heading, text, answered }: LetterBlock): Typed => ({
  ...{ heading, text },
  ...withAnswers(wordsOfBlock({ heading, text }), answered),
})

/** Answers stand beside the numbers in the order in which those are found again, with the words that they are about. */
function withAnswers(text: string, answered: LetterBlock['answered']): Typed {
  const found = wordsIn(text)
  const named = found.map((words, at) => [answerFields(at + 1).words, words])
  return { ...Object.fromEntries(named), ...answerFieldsOf(found, answered) }
}
