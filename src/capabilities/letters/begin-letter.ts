import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import type { LetterDesk } from './desk.ts'
import {
  inPlace,
  type LetterContent,
  type LetterFrame,
  type LetterPart,
  longest,
} from './letter.ts'
import { insertLetter, writeVersion } from './store.ts'

/** Leave to begin a new letter. */
export async function mayBegin(work: Work): Promise<void> {
  writer(work)
  work.audit({ act: 'letter.begin-form' })
}

type Begun = Pick<LetterFrame, 'title' | 'dossiers' | 'previous'>

/**
 * Begins a letter, with an empty piece for the opening, for each line of action of the register, and for the end. Sent
 * twice with the same key, it begins once.
 */
export async function beginLetter(
  work: Work,
  desk: Pick<LetterDesk, 'register'>,
  frame: Begun,
  key?: string,
): Promise<string | undefined> {
  const actor = writer(work)
  const id = newId()
  if (!(await insertLetter(work, actor, { id, title: frame.title, key }))) {
    work.audit({ act: 'letter.begin-again' })
    return undefined
  }
  const actions = await desk.register.actions(work)
  const lines = [...new Set(actions.map(({ line }) => line))].slice(0, longest.blocks - 4)
  const content: LetterContent = {
    ...frame,
    discharged: [],
    vouched: [],
    answered: [],
    frameChangedIn: 1,
    figures: [],
    lastFigure: 0,
    blocks: inPlace([
      aBlock('opening', 'Aanleiding'),
      ...lines.map((line) => aBlock('line', line)),
      aBlock('closing', 'Tot slot'),
    ]),
  }
  await writeVersion(work, actor, id, { version: 1, change: 'began', blockId: undefined, content })
  work.audit({ act: 'letter.begin', subject: id })
  return id
}

const aBlock = (part: LetterPart, heading: string) => ({
  ...{ id: newId(), part, heading },
  text: '',
  answered: [],
  changedIn: 1,
})
