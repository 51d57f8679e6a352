import type { KeyObject } from 'node:crypto'
import type { Work } from '#platform/work.ts'
import { keyName } from './checkpoint.ts'
import { openStoredTrail } from './database-source.ts'
import {
  type NoteKey,
  type NoteSigner,
  noteSigner,
  printNoteKey,
  readNoteKey,
} from './signed-note.ts'
import { openTrailFile } from './trail-file.ts'
import { type TrailReport, verifyTrail } from './verify-trail.ts'

export { type Checkpoint, openCheckpoint } from './checkpoint.ts'
export { exportProcessingLog, exportTrail } from './export-trail.ts'
export { checkpointFolder, type KeptCheckpoints } from './kept-checkpoints.ts'
export type { Misfit } from './misfit.ts'
export type { ProcessingRegister } from './processing-log.ts'
export { type EntryProof, isProved, proveEntry } from './prove-entry.ts'
export { type GrowthProof, isGrown, proveGrowth } from './prove-growth.ts'
export { describeReport } from './report-text.ts'
export { BrokenTrail, type Seal, sealTrail } from './seal-trail.ts'
export { type Sealer, startSealing } from './start-sealing.ts'
export type { TrailEntry } from './trail-entry.ts'
export { writeTrailEntries } from './write-trail-entries.ts'
export type { NoteKey as TrailKey, NoteSigner as TrailSigner, TrailReport }

/** Signs checkpoints with the installation's Ed25519 key. */
export const trailSigner = (key: KeyObject): NoteSigner => noteSigner(keyName, key)

/** The public key as one line to hand out: `oogmerk-trail+…`. */
export const printTrailKey = (signer: NoteSigner): string => printNoteKey(signer.key)

/** Throws when the line is not such a key, or has a typing error in it. */
export const readTrailKey = (line: string): NoteKey => readNoteKey(line)

type Trust = Parameters<typeof verifyTrail>[1]

/** Verifies the trail of the Work's organisation in the database. */
export const verifyStoredTrail = async (work: Work, trust: Trust): Promise<TrailReport> =>
  verifyTrail(await openStoredTrail(work), trust)

/** Verifies an exported file. */
export const verifyTrailFile = async (path: string, trust: Trust): Promise<TrailReport> =>
  verifyTrail(await openTrailFile(path), trust)
