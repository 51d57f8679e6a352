import type { FileKind as SharedKind } from '#capabilities/sharing/index.ts'
import type { FileKind } from './file.ts'

/** What each kind of file is called where facts of many organisations meet. */
export const sharedKinds = {
  arrest: 'suspect-file',
  protection: 'victim-file',
} as const satisfies Record<FileKind, SharedKind>
