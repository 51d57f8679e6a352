import type { Temporal } from '#platform/clock.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { ArrestDesk } from './desk.ts'
import { findToWrite } from './find-file.ts'
import { nobody } from './happened.ts'
import { mustBeOver } from './open-arrest.ts'
import { addNote, sentBefore } from './write-note.ts'

export type TellingAnswer = {
  /** id of who must be told */
  readonly who: string
  readonly done: boolean
  readonly at: Temporal.Instant
  /** how it went, or why not */
  readonly text: string
  /** on which ground of the rule it was left out, and who was told instead */
  readonly exception: string
  readonly instead: string
  readonly key?: string | undefined
}

/** Writes down that somebody was told, or was not and why. Later answers stand beside earlier ones. */
export async function answerTelling(
  work: Work,
  desk: ArrestDesk,
  arrestId: string,
  { who, done, at, text, exception, instead, key }: TellingAnswer,
): Promise<void> {
  const found = await findToWrite(work, desk, { kind: 'arrest', id: arrestId })
  if (await sentBefore(work, found, 'arrest.told', key)) return
  const telling =
    desk.law.telling.tellings.find(({ id }) => id === who) ?? refuse('not-found', 'no-such-telling')
  mustBeOver(work, at)
  if (text.trim() === '') refuse('invalid', 'words-missing')
  const known = (list: readonly { readonly id: string }[], id: string) =>
    id === '' || list.some((one) => one.id === id)
  if (
    !known(telling.exceptions, exception) ||
    !known([...telling.instead, { id: nobody }], instead)
  ) {
    refuse('invalid', 'choose-ground')
  }
  // The rule lets it be left out on its own grounds only.
  if (!done && telling.exceptions.length > 0 && exception === '') refuse('invalid', 'choose-ground')
  // It goes on to somebody else, or it is said that it did not yet; source: 488b Sv
  if (!done && telling.instead.length > 0 && instead === '') refuse('invalid', 'choose-instead')
  await addNote(work, found, {
    kind: 'told',
    code: telling.id,
    done,
    at,
    words: { text, ...(done ? {} : { exception, instead }) },
    key,
    act: 'arrest.told',
  })
}
