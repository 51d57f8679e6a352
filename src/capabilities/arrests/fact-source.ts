import type { FactSource, ShareableFact } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDayOf, fullDay, moment } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import { isCertified, maySee } from './access.ts'
import type { ArrestDesk } from './desk.ts'
import { type FileKind, fileSteps } from './file.ts'
import { findFile } from './find-file.ts'
import { expertConsults } from './hear-expert.ts'
import { listChoices } from './intake.ts'
import type { NoteWords } from './note.ts'
import { fileTitle } from './page-file.ts'
import { choicesIn } from './page-note.ts'
import { noteTitle, toldOtherwise } from './page-notes.ts'
import { paths } from './paths.ts'
import { type ReadFile, type ReadLook, type ReadNote, readFile } from './read-file.ts'
import { sharedKinds } from './sharing-kinds.ts'
import { findCircleOf, listApartIds } from './store.ts'
import { t } from './words.ts'
import { addNote } from './write-note.ts'

/** Facts out of one kind of file, one by one, for who may see it. Of the other file there is nothing in it. */
export const factSource = (desk: ArrestDesk, kind: FileKind): FactSource => ({
  kind: sharedKinds[kind],
  consults: expertConsults,
  path: (id) => paths.file({ kind, id }),
  async open(work, id, lock) {
    const found = await findFile(work, desk, { kind, id }, lock)
    return {
      title: (language) => fileTitle(language, found.row),
      async list(language) {
        const file = await readFile(work, desk, { kind, id })
        return [
          ...personOf(language, file),
          ...arrestOf(language, desk, file),
          ...file.notes.flatMap((note) => noteOf(language, desk, note)),
          ...file.looks.map((look) => lookOf(language, look)),
        ]
      },
      async note({ what, to, facts, language, words = '' }) {
        if (what !== 'delivered' && what !== 'not-shared' && what !== 'recalled') return
        const text = t(language).sharing.inFile[what](to, facts)
        await addNote(work, found, {
          kind: 'history',
          code: what,
          at: work.now,
          words: { text, ...(words === '' ? {} : { reasons: words }) },
          act: `${kind}.note-sharing`,
        })
      },
    }
  },
  // Whoever may take something into such a file may share from it.
  listFiles: (work, language) => listChoices(work, desk, { kind, language }),
  async keepers(work, id, people) {
    const circle = await findCircleOf(work, { kind, id })
    if (!circle) return { sharers: [], heirs: [] }
    const forsaken = !people.some((one) => circle.includes(one.personId) && isCertified(one))
    const sees = (one: PersonActor) =>
      maySee(one, { kind, inCircle: circle.includes(one.personId), forsaken })
    return { sharers: people.filter(sees).map(({ personId }) => personId), heirs: [] }
  },
  async mayRecall(work, id) {
    return (await apart(work, { kind, id })).length > 0
  },
  listApart: (work) => apart(work, { kind }),
})

const apart = async (work: Work, which: { kind: FileKind; id?: string }) =>
  work.actor.kind === 'person' ? listApartIds(work, work.actor, which) : []

/** Who it is about, part by part: a name is shared when somebody chooses the name. */
function personOf(language: Language, { person }: ReadFile): ShareableFact[] {
  const words = t(language)
  const parts = {
    name: [words.file.person, person.name],
    born: [words.file.born, person.born === '' ? '' : fullDay(language, person.born)],
    age: [words.file.born, person.toldAge === undefined ? '' : words.file.toldAge(person.toldAge)],
    language: [words.file.language, person.language],
  } as const
  return Object.entries(parts).flatMap(([ref, [label, value]]) =>
    value === ''
      ? []
      : [{ ref, kind: 'identity', text: `${label}: ${value}`, source: words.sharing.police }],
  )
}

function arrestOf(language: Language, { lists }: ArrestDesk, file: ReadFile): ShareableFact[] {
  const words = t(language).sharing
  const source = words.police
  if (file.arrestedAt === undefined) {
    return [{ ref: 'reason', kind: 'interpretation', text: file.reason, source: words.certified }]
  }
  const on = dutchDayOf(file.arrestedAt)
  const factOn = file.factOn?.day ?? on
  const named = lists.offences.filter(({ id }) => file.offences.includes(id))
  const offences = [...named.map(({ name }) => name[language]), file.offenceWords].filter(Boolean)
  const text = words.arrested(moment(language, file.arrestedAt), file.place)
  return [
    { ref: 'arrest', kind: 'fact', text, source, on },
    ...(offences.length === 0
      ? []
      : [
          {
            ref: 'offences',
            kind: 'interpretation',
            text: `${words.offences} ${offences.join('; ')}`,
            source,
            on: factOn,
          } as const,
        ]),
  ]
}

/** Left out: what was taken back, also by whoever sent it, and what was done with the file itself. */
function noteOf(language: Language, desk: ArrestDesk, note: ReadNote): ShareableFact[] {
  if (note.withdrawn || note.recalledAt !== undefined || note.kind === 'history') return []
  const words = t(language)
  const said = wordsOf(note.words)
  const origin = originOf(note.words)
  const base = {
    ref: note.id,
    on: dutchDayOf(note.at),
    moment: said('moment') || moment(language, note.at),
    ...(origin ? { origin } : {}),
  }
  const source = said('source') || words.sharing.police
  const beside = said('innocent') === '' ? {} : { beside: [said('innocent')] }
  const choices = choicesIn(language, desk)
  const labelOf = (list: keyof typeof choices, value: string) =>
    choices[list].find((one) => one.value === value)?.label ?? value
  const items = [note.words.items ?? []].flat()
  const listed = (list: keyof typeof choices) =>
    lines(items.map((id) => labelOf(list, id)).join(', '), said('text'))
  const title = noteTitle(language, desk, note)
  switch (note.kind) {
    case 'fact':
      return [
        { ...base, kind: kindThere(said('kindThere')), text: said('text'), source, ...beside },
      ]
    case 'own-words': {
      // Whoever delivered it said who heard it; here stands who did.
      const heard = origin ? source : words.sharing.young(said('source'), said('asked'))
      return [{ ...base, kind: 'own-words', text: said('quote'), source: heard }]
    }
    case 'interpretation':
      return [
        {
          ...base,
          kind: 'interpretation',
          text: said('text'),
          source: said('source') || words.sharing.thinks,
          ...beside,
        },
      ]
    case 'found': {
      // What the list says it can also be is our own, and nothing that was found about this young person.
      return [{ ...base, kind: 'fact', text: `${title} ${listed('found')}`, source, ...beside }]
    }
    case 'present':
      return [{ ...base, kind: 'fact', text: `${title} ${listed('present')}`, source }]
    case 'rights': {
      const text = lines(`${title} ${listed('rights')}`, said('language'), said('understood'))
      return [{ ...base, kind: 'fact', text, source }]
    }
    case 'accompaniment': {
      const ground = said('ground') && labelOf('refusals', said('ground'))
      const text = lines(
        `${title} ${labelOf('beside', said('beside'))}`,
        said('who'),
        ground,
        said('permission'),
        said('text'),
      )
      return [{ ...base, kind: 'fact', text, source }]
    }
    case 'contact': {
      const who = `${labelOf('partners', note.code ?? '')}, ${said('who')}`
      const way = labelOf('ways', said('way'))
      const text = said('agreed')
      // What nobody here wrote is the answer of an expert: what they think of it.
      const kind = note.by === undefined ? 'interpretation' : 'fact'
      return [{ ...base, kind, text, source: words.sharing.contactWith(who, way) }]
    }
    case 'told': {
      const done = note.done ? words.file.answeredDone : words.file.answeredNot
      return [
        {
          ...base,
          kind: 'fact',
          text: lines(
            words.sharing.told(title, done),
            toldOtherwise(language, desk, note.words).join(', '),
            said('text'),
          ),
          source,
        },
      ]
    }
    case 'event':
    case 'questioning': {
      const until = note.until ? words.notes.untilMoment(moment(language, note.until)) : ''
      return [{ ...base, kind: 'fact', text: lines(title, until, said('text')), source }]
    }
    case 'decision': {
      const step = fileSteps.some((one) => one === note.code) ? title : ''
      const reasons = said('reasons')
      const text = lines(step, said('text'), reasons && `${words.sharing.because} ${reasons}`)
      const without = said('without') && `${words.notes.without}: ${said('without')}`
      return [
        { ...base, kind: 'decision', text: lines(text, without), source: words.sharing.police },
      ]
    }
  }
}

/** A look goes along whole: what was seen, what was not, what nobody knows, and what else it can be. */
function lookOf(
  language: Language,
  { id, part, at, further, words: said }: ReadLook,
): ShareableFact {
  const words = t(language)
  // In the first edition what was seen and what else it can be stood in one field: that speaks against nothing.
  const answers = said.answers.map(({ asked, answer, seen, beside }) =>
    [asked, answer === 'told' ? '' : `${words.look.answers[answer]}.`, seen ?? beside]
      .filter(Boolean)
      .join(' '),
  )
  const outcome = words.file.further[further ? 'true' : 'false']
  return {
    ref: `look-${id}`,
    kind: 'interpretation',
    text: lines(
      `${words.file.lookParts[part]}. ${outcome}.`,
      `${words.sharing.because} ${said.because}`,
      ...answers,
    ),
    source: part === 'full' ? words.sharing.certified : words.sharing.police,
    on: dutchDayOf(at),
    beside: said.answers.flatMap(({ asked, seen, beside }) =>
      beside === '' || seen === undefined ? [] : [`${asked} ${beside}`],
    ),
  }
}

const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n')

const wordsOf = (words: NoteWords) => (name: string) => {
  const value = words[name]
  return typeof value === 'string' ? value : ''
}

const kindThere = (kind: string): ShareableFact['kind'] =>
  kind === 'identity' || kind === 'decision' ? kind : 'fact'

/** Where it first came from, of what was taken in from another organisation. */
function originOf(words: NoteWords): ShareableFact['origin'] {
  const said = wordsOf(words)
  if (said('firstFrom') === '') return undefined
  const kind = said('firstKind') as NonNullable<ShareableFact['origin']>['kind']
  return { organisation: said('firstFrom'), kind, via: [words.via ?? []].flat() }
}
