import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { changeLetter } from './change-letter.ts'
import type { LetterDesk } from './desk.ts'
import type { LetterFrame } from './letter.ts'

/** Changes the title, the dossiers, the letter before, what is discharged and which papers were looked up. */
export const changeFrame = (
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  letterId: string,
  { frame, read }: { frame: LetterFrame; read: number },
): Promise<void> =>
  changeLetter(work, desk, letterId, {
    kind: 'frame',
    to: (content, version) => {
      const names = Object.keys(frame) as (keyof LetterFrame)[]
      const isSame = names.every(
        (name) => JSON.stringify(frame[name]) === JSON.stringify(content[name]),
      )
      if (isSame) return content
      if (content.frameChangedIn !== read) refuse('conflict', 'frame-was-changed')
      return { ...content, ...frame, frameChangedIn: version }
    },
  })
