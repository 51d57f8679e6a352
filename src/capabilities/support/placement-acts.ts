import { addTask } from '#capabilities/cases/index.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type Agreement, agreed } from './agreement.ts'
import type { SupportDesk } from './desk.ts'
import { type Moved, movePlacement, type Place } from './move-placement.ts'
import { paths } from './paths.ts'
import type { Ending, HappeningWords, ReportFrom } from './placement.ts'
import { nameOfHelp } from './placement-words.ts'
import { t } from './words.ts'

/** What every act brings: the day it happened on (ISO), the language of what is written, the form's key. */
export type Said = {
  readonly day: string
  readonly language: Language
  readonly key?: string | undefined
}

type Named = Pick<Moved, 'row' | 'words'>

const nameIn = ({ catalogue }: SupportDesk, language: Language, { row, words }: Named): string =>
  nameOfHelp(catalogue, language, row, words)

/** Pupil and parents want it. Whether that is an agreement is a rule, asked of nobody who may not do this. */
export async function agreePlacement(
  work: Work,
  desk: SupportDesk,
  place: Place,
  { agreement, day, language, key }: Said & { readonly agreement: Agreement },
): Promise<void> {
  await movePlacement(work, desk, place, {
    act: 'agree',
    day,
    key,
    words: { agreement },
    ready: () => {
      const answer = agreed(agreement)
      if (!answer.ok) refuse('invalid', answer.because)
    },
    entry: (row, words) => ({
      kind: 'decision',
      not: false,
      text: t(language).entries.agreed(nameIn(desk, language, { row, words })),
      reasons: voicesText(language, agreement),
    }),
  })
}

/** "De jongere: wil dit. 'Ik wil het proberen.'" */
function voicesText(language: Language, { pupil, parents }: Agreement): string {
  const words = t(language).happenings
  return (
    [
      [words.pupil, pupil],
      [words.parents, parents],
    ] as const
  )
    .map(([who, voice]) => {
      if (!voice.asked) return `${words.notAsked(who)}. ${voice.why}`
      return `${voice.said === 'yes' ? words.saidYes(who) : words.saidNo(who)}. ${voice.words}`
    })
    .join('\n')
}

/** They do not want it, and nobody needs a better reason than that. */
export async function declinePlacement(
  work: Work,
  desk: SupportDesk,
  place: Place,
  said: Said & { readonly by: 'pupil' | 'parents' | 'both'; readonly text: string },
): Promise<void> {
  const { by, text, day, language, key } = said
  const words = t(language)
  await movePlacement(work, desk, place, {
    act: 'decline',
    day,
    key,
    words: { declinedBy: by, text },
    entry: (row, own) => ({
      kind: 'fact',
      origin: 'own',
      text: `${words.entries.declined(nameIn(desk, language, { row, words: own }), words.form.declined[by])}\n${text}`,
      source: words.form.declined[by],
    }),
  })
}

/** Whoever proposed it takes it back: a decision not to act. */
export async function withdrawPlacement(
  work: Work,
  desk: SupportDesk,
  place: Place,
  { text, day, language, key }: Said & { readonly text: string },
): Promise<void> {
  await movePlacement(work, desk, place, {
    act: 'withdraw',
    day,
    key,
    words: { text },
    entry: (row, words) => ({
      kind: 'decision',
      not: true,
      text: t(language).entries.withdrawn(nameIn(desk, language, { row, words })),
      reasons: text,
    }),
  })
}

/** It has begun. `askOn` (ISO) puts "ask how it goes" in the day of whoever writes this down. */
export async function startPlacement(
  work: Work,
  desk: SupportDesk,
  place: Place,
  {
    text,
    askOn,
    day,
    language,
    key,
  }: Said & { readonly text: string; readonly askOn: string | undefined },
): Promise<void> {
  const entries = t(language).entries
  const moved = await movePlacement(work, desk, place, {
    act: 'start',
    day,
    key,
    words: { text },
    entry: (row, words) => ({
      kind: 'fact',
      origin: 'own',
      text: joined(entries.started(nameIn(desk, language, { row, words })), text),
      source: entries.sources.arranged,
    }),
  })
  await askAgain(work, desk, place, { moved, askOn, language })
}

/** How it goes, from whom, on which day. Ends the task to ask for it. */
export async function reportOnPlacement(
  work: Work,
  desk: SupportDesk,
  place: Place,
  said: Said & {
    readonly text: string
    readonly from: ReportFrom
    readonly askOn: string | undefined
  },
): Promise<void> {
  const { text, from, askOn, day, language, key } = said
  const words = t(language)
  const moved = await movePlacement(work, desk, place, {
    act: 'report',
    day,
    key,
    words: { text, from },
    entry: (row, own) => ({
      kind: 'fact',
      origin: from === 'own' ? 'own' : 'hearsay',
      text: words.entries.reported(nameIn(desk, language, { row, words: own }), text),
      source: words.form.froms[from],
    }),
  })
  await askAgain(work, desk, place, { moved, askOn, language })
}

async function askAgain(
  work: Work,
  desk: SupportDesk,
  { caseId, id }: Place,
  { moved, askOn, language }: { moved: Moved; askOn: string | undefined; language: Language },
): Promise<void> {
  if (moved.again || askOn === undefined || work.actor.kind !== 'person') return
  await addTask(work, desk.cases, caseId, {
    title: t(language).entries.task(nameIn(desk, language, moved)),
    ownerId: work.actor.personId,
    dueOn: askOn,
    clock: 'agreement',
    from: { capability: 'support', id },
    place: `${paths.placement(caseId, id)}/verslag`,
  })
}

/** It is over, and why. */
export async function endPlacement(
  work: Work,
  desk: SupportDesk,
  place: Place,
  { because, text, day, language, key }: Said & { readonly because: Ending; readonly text: string },
): Promise<void> {
  const words = t(language)
  await movePlacement(work, desk, place, {
    act: 'end',
    day,
    key,
    words: { because, text },
    entry: (row, own) => ({
      kind: 'decision',
      not: false,
      text: words.entries.ended(nameIn(desk, language, { row, words: own })),
      reasons: joined(words.form.endings[because], text),
    }),
  })
}

export type Evaluation = Required<Pick<HappeningWords, 'goals' | 'pupilVoice' | 'whyNoVoice'>>

/** Looked back, goal by goal, with the pupil's own voice. */
export async function evaluatePlacement(
  work: Work,
  desk: SupportDesk,
  place: Place,
  { evaluation, day, language, key }: Said & { readonly evaluation: Evaluation },
): Promise<void> {
  const { entries, form, happenings } = t(language)
  const { goals, pupilVoice, whyNoVoice } = evaluation
  const voice = pupilVoice ? entries.voice(pupilVoice) : `${happenings.noVoice}: ${whyNoVoice}`
  const lines = goals.map(({ goal, answer, why }) =>
    joined(`- ${goal}: ${form.goalAnswers[answer]}`, why),
  )
  await movePlacement(work, desk, place, {
    act: 'evaluate',
    day,
    key,
    words: evaluation,
    entry: (row, words) => ({
      kind: 'fact',
      origin: 'both',
      text: [entries.evaluated(nameIn(desk, language, { row, words })), ...lines, voice].join('\n'),
      source: entries.sources.evaluation,
    }),
  })
}

const joined = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join('. ')
