import type { PersonActor } from '#platform/actor.ts'
import { aFormWithParts, type FormPart } from '#platform/upload/a-file.ts'
import type { TakenFile } from '#platform/upload/accept-file.ts'
import type { TestHouse } from '#tests/a-house.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { doing } from './a-case.ts'
import { addDocument } from './add-document.ts'
import type { CaseDesk } from './desk.ts'

/** What a pupil who does not exist gave. */
export const aTakenFile = (change: Partial<TakenFile> = {}): TakenFile => ({
  kind: 'pdf',
  name: 'Verslag van Noor.pdf',
  bytes: Buffer.from('%PDF-1.7 Noor schreef dit zelf.'),
  ...change,
})

/** A document that this person added; answers its id. */
export const aDocument = (
  house: TestHouse,
  desk: CaseDesk,
  { who, caseId, key }: { who: PersonActor; caseId: string; key?: string | undefined },
  file: TakenFile = aTakenFile(),
): Promise<string> =>
  doing(house)(who, (work) =>
    addDocument(work, desk, caseId, { file, note: 'Van Noor gekregen' }, key),
  )

/** Sends a form with a file as a browser does. */
export function sendParts(
  visitor: Visitor,
  origin: string,
  path: string,
  parts: readonly FormPart[],
) {
  const { type, body } = aFormWithParts(parts)
  const headers = { 'content-type': type, 'content-length': String(body.length), origin }
  return visitor.send(path, { method: 'POST', headers, body: Uint8Array.from(body) })
}
