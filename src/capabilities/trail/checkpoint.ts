import { hashLength } from './merkle-tree.ts'
import { type NoteKey, type NoteSigner, openNote } from './signed-note.ts'

/**
 * What the holder of the key swears: this organisation's trail has this many entries and this root.
 * Printed as a C2SP checkpoint (https://c2sp.org/tlog-checkpoint) with two lines of our own.
 */
export type Checkpoint = {
  readonly organisation: string
  readonly size: number
  readonly root: Buffer
  /** the size of the checkpoint before this one, so that none can vanish from between */
  readonly after: number
  /** UTC with six decimals */
  readonly sealedAt: string
}

/** The name under which one installation signs the trails of all its organisations. */
export const keyName = 'oogmerk-trail'

// The origin names the organisation, so that one trail's checkpoint does not fit another's.
const originOf = (organisation: string): string => `${keyName}/${organisation}`

const size = '(0|[1-9][0-9]{0,15})'
const shape = new RegExp(
  `^${keyName}/([0-9a-f-]{36})\\n${size}\\n([A-Za-z0-9+/]{43}=)\\nafter ${size}\\nsealed-at (\\S{27})\\n$`,
)

export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signer.sign(
    [
      originOf(checkpoint.organisation),
      checkpoint.size,
      checkpoint.root.toString('base64'),
      `after ${checkpoint.after}`,
      `sealed-at ${checkpoint.sealedAt}`,
      '',
    ].join('\n'),
  )
}

/** The checkpoint in a note, when one of the keys signed it and it says something that can be true. */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): Checkpoint | undefined {
  const found = shape.exec(openNote(note, keys) ?? '')
  if (!found) return undefined
  const [, organisation = '', total, rootText = '', before, sealedAt = ''] = found
  const root = Buffer.from(rootText, 'base64')
  const checkpoint = { organisation, size: Number(total), root, after: Number(before), sealedAt }
  const possible =
    Number.isSafeInteger(checkpoint.size) &&
    checkpoint.after < checkpoint.size &&
    root.length === hashLength
  return possible ? checkpoint : undefined
}
