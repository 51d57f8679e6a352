import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import { aFormWithParts } from '#platform/upload/a-file.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import {
  type AtWork,
  coordinator,
  expect,
  type Finding,
  foundIn,
  signedIn,
  untilGone,
} from './at-work.ts'
import { type OpenedCases, openACase } from './open-a-case.ts'
import type { SentForms } from './sent-forms.ts'

type Document = { readonly at: string; readonly note: string; readonly print: string }

const printOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Somebody who puts one file after the other in a case, from a few hundred kB to some MB. */
export function documentsAtWork(forms: SentForms, opened: OpenedCases): AtWork {
  const kept = new Set<Document>()
  const sent = new Set<Document>()
  let megabytes = 0

  async function fillACase(origin: string): Promise<void> {
    const visitor = await signedIn(origin, coordinator)
    const id = await openACase(visitor, forms, opened)
    // Of one session sixty files are taken in ten minutes.
    for (let count = 0; count < 10; count += 1) await add(visitor, `/casussen/${id}/documenten`)
  }

  async function add(visitor: Visitor, at: string): Promise<void> {
    const note = `brief ${randomUUID()}`
    // Text without end of a line, so that no two parts of it are alike.
    const text = randomBytes(randomInt(100_000, 1_500_000)).toString('hex')
    const document = { at, note, print: printOf(text) }
    const { type, body } = aFormWithParts([
      { name: 'key', value: newId() },
      { name: 'note', value: note },
      { name: 'file', file: 'Verslag.txt', bytes: Buffer.from(text) },
    ])
    sent.add(document)
    await forms.send(visitor, {
      who: coordinator,
      send: (visitor) => {
        const headers = { 'content-type': type, origin: visitor.origin }
        return visitor.send(at, { method: 'POST', headers, body: Uint8Array.from(body) })
      },
      answered({ status }) {
        expect(status, 303)
        sent.delete(document)
        kept.add(document)
        megabytes += text.length / 1_000_000
      },
    })
  }

  /** What is listed must be whole, also when nobody heard that it was taken. */
  async function brokenIn(visitor: Visitor, { at, note, print }: Document): Promise<Finding[]> {
    const { body } = await visitor.get(at)
    const row = body.split('<tr').find((one) => one.includes(note))
    if (!row) return []
    const id = /documenten\/([0-9a-f-]{36})"/.exec(row)?.[1]
    const what = `a document of ${at}`
    try {
      const read = await visitor.get(`${at}/${id}`)
      return printOf(read.body) === print ? [] : [{ kind: 'half', what }]
    } catch {
      return [{ kind: 'half', what: `${what} broke off` }]
    }
  }

  const each = async (
    documents: Iterable<Document>,
    look: (document: Document) => Promise<Finding[]>,
  ) => {
    const findings: Finding[] = []
    for (const one of documents) findings.push(...(await look(one)))
    return findings
  }

  return {
    work: (origin) => untilGone(() => fillACase(origin)),
    async between(origin) {
      const visitor = await signedIn(origin, coordinator)
      return each(sent, (one) => brokenIn(visitor, one))
    },
    async afterwards(origin) {
      const visitor = await signedIn(origin, coordinator)
      return each(kept, async (one) => {
        const { body } = await visitor.get(one.at)
        const listed = foundIn(body, one.note, `a document of ${one.at}`)
        return listed.length > 0 ? listed : brokenIn(visitor, one)
      })
    },
    acknowledged: () => ({ documents: kept.size, 'MB of them': Number(megabytes.toFixed(1)) }),
  }
}
