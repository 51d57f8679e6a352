import { hash } from 'node:crypto'
import { seal } from '#platform/crypto.ts'
import type { TrailEntry } from './trail-entry.ts'

/**
 * One line in the form of the standard Logboek Dataverwerkingen (Logius): the snapshot of
 * 1 October 2024, which calls itself "in ontwikkeling". Field names are the standard's own.
 */
export type ProcessingLogLine = {
  /** 16 bytes, hexadecimal: the same for everything that happened in one request */
  readonly trace_id: string
  /** 8 bytes, hexadecimal */
  readonly operation_id: string
  /** 1 is OK: what is in the trail was committed */
  readonly status_code: 1
  readonly name: string
  /** milliseconds since 1970; the trail knows one moment, that of the transaction */
  readonly start_time: number
  readonly end_time: number
  readonly attributes: {
    readonly 'dpl.core.processing_activity_id': string
    /** encrypted, base64 */
    readonly 'dpl.core.data_subject_id'?: string
  }
}

export type ProcessingRegister = {
  /** the address of this processing in the organisation's own register, version included */
  activityOf(purpose: string): string
  /** 32 bytes; whoever holds it can read the pseudonyms of data subjects */
  readonly subjectKey: Buffer
}

/** Leaves out who acted: the standard keeps users out of the lines. */
export function processingLogLine(
  entry: TrailEntry,
  register: ProcessingRegister,
): ProcessingLogLine {
  const time = Date.parse(entry.recordedAt)
  return {
    trace_id: firstBytes(16, `trace:${entry.organisation}:${entry.request}`),
    operation_id: firstBytes(8, `operation:${entry.organisation}:${entry.id}`),
    status_code: 1,
    name: entry.act,
    start_time: time,
    end_time: time,
    attributes: {
      'dpl.core.processing_activity_id': register.activityOf(entry.purpose),
      ...(entry.subject === null
        ? {}
        : { 'dpl.core.data_subject_id': sealSubject(entry, register) }),
    },
  }
}

/** What the encryption of a data subject's id is bound to; needed to open it again. */
export const subjectContext = (organisation: string): string =>
  `processing-log-subject:${organisation}`

function sealSubject(entry: TrailEntry, { subjectKey }: ProcessingRegister): string {
  const subject = Buffer.from(entry.subject ?? '')
  return seal(subjectKey, subject, subjectContext(entry.organisation)).toString('base64')
}

// Hashed, so that the line does not give away our own numbers.
const firstBytes = (count: number, text: string): string => hash('sha256', text).slice(0, count * 2)
