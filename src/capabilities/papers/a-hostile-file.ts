import fc from 'fast-check'
import { aLetter, aMotionInHtml, aMotionInText, aMotionInXml } from './a-paper.ts'
import { loadNames } from './names-pack.ts'
import type { Paper, Span } from './paper.ts'
import { readPaper } from './read-paper.ts'
import { UnreadablePaper } from './unreadable.ts'

/** For tests: files that began as a paper and were damaged, or made to harm whoever reads them. */

const names = loadNames(new URL('../../../knowledge', import.meta.url).pathname)

const originals = [aMotionInText, aMotionInXml, aMotionInHtml, aLetter].map((make) =>
  Buffer.from(make()),
)

/** What breaks readers: definitions of one's own, ends that never come, signs that are none, and a half of anything. */
const hostile = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>&b;',
  '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>',
  '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
  '<?xml version="1.0" encoding="utf-7"?>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<script>',
  '&#0;',
  '&#x110000;',
  '&onbekend;',
  '<a a="1" a="2">',
  '<x:a>',
  '\0',
  'Ã«',
  '“Kamerstuk',
  'Kamerstuk II 2031/32, 91 240, nrs. 1, 2, 3 en ',
  'artikel 22b, lid 1, onder a, van ',
  'de motie van de leden Van ',
  'verzoekt ',
  'zal ik ',
  '1) ',
  '[1] ',
  '<meta name="OVERHEIDop.dossiernummer" content="29911"/><meta name="OVERHEIDop.ondernummer" content="x"/>',
  '<datum isodatum="2031-02-30"/>',
  'Ons kenmerk\n1',
  'Den Haag, 1 mei 0000\n',
  '<sup>1</sup>',
  '91 240 ',
  '4 maart ',
  '(((((((((',
  '          ',
  '\n\n\n\n',
  'nr. nr. nr. ',
  '2031Z00001, ',
  'ECLI:NL:',
  'Landelijk Verbond Voor Verhalen ',
  'het programma voor (',
  'artikel 1 van de Wet ',
  'programma’s zoals ',
  'https://',
]
const bytes = [
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xfe, 0xff]),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0xc3]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0x80, 0x9f, 0xf0]),
]

type Damage = (file: Uint8Array) => Uint8Array

/** Thousandths of the file. */
const at = fc.integer({ min: 0, max: 1_000 })
const place = (file: Uint8Array, part: number) => Math.floor((part * file.length) / 1_000)

const damage: fc.Arbitrary<Damage> = fc.oneof(
  at.map(
    (end): Damage =>
      (file) =>
        file.subarray(0, place(file, end)),
  ),
  at.map(
    (begin): Damage =>
      (file) =>
        file.subarray(place(file, begin)),
  ),
  fc.tuple(at, at).map(
    ([a, b]): Damage =>
      (file) => {
        const [begin, end] = [place(file, Math.min(a, b)), place(file, Math.max(a, b))]
        return Buffer.concat([file.subarray(0, begin), file.subarray(end)])
      },
  ),
  fc.tuple(at, fc.constantFrom(...hostile.map((one) => Buffer.from(one)), ...bytes), times()).map(
    ([where, put, often]): Damage =>
      (file) => {
        const begin = place(file, where)
        const many = Array.from({ length: often }, () => put)
        return Buffer.concat([file.subarray(0, begin), ...many, file.subarray(begin)])
      },
  ),
  fc.tuple(at, at, fc.integer({ min: 2, max: 30 })).map(
    ([a, b, often]): Damage =>
      (file) => {
        const [begin, end] = [place(file, Math.min(a, b)), place(file, Math.max(a, b))]
        const part = file.subarray(begin, end)
        const many = Array.from({ length: often }, () => part)
        return Buffer.concat([file.subarray(0, begin), ...many, file.subarray(end)])
      },
  ),
  fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(
    ([where, sign]): Damage =>
      (file) => {
        const changed = Buffer.from(file)
        if (changed.length > 0) changed[Math.min(place(file, where), changed.length - 1)] = sign
        return changed
      },
  ),
  fc.constant((file: Uint8Array) => Buffer.from(String(Buffer.from(file)), 'utf16le')),
  fc.constant((file: Uint8Array) => Buffer.from(String(Buffer.from(file)), 'latin1')),
)

function times(): fc.Arbitrary<number> {
  return fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 40 }), fc.constant(3_000))
}

const aHostileFile: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...originals), fc.array(damage, { minLength: 1, maxLength: 4 }))
  .map(([file, all]) =>
    all.reduce<Uint8Array>((damaged, one) => one(damaged), file).subarray(0, longest),
  )

const finds = [
  'Kamerstuk 29 911, nr. 266',
  'motie van het lid',
  '<al>',
  '</al>',
  'Vraag 1',
  '\n',
  'ik zal uw Kamer',
  '36 600',
  'VI',
  '[1]',
  'artikel 1 Sr',
  '<p>',
]
const aSalad = fc
  .array(fc.constantFrom(...finds), { maxLength: 40 })
  .map((list) => Buffer.from(`29 911\nX\nNr. 1\n${list.join(' ')}`))

const anyFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  { arbitrary: aHostileFile, weight: 8 },
  { arbitrary: aSalad, weight: 2 },
  fc.uint8Array({ maxLength: 200 }),
)

/** Bytes: as much as a long paper has, and no more, or a run would be about waiting. */
const longest = 300_000

/** What was met, and the file on which the reader took longest. */
export type Hostilities = {
  readonly read: number
  readonly refused: Readonly<Record<string, number>>
  readonly slowest: { readonly milliseconds: number; readonly bytes: number }
}

/** Reads so many. Fails on what is neither a paper that holds together nor a refusal with a reason. */
export function readHostileFiles({ runs, seed }: { runs: number; seed: number }): Hostilities {
  const refused: Record<string, number> = {}
  let read = 0
  let slowest = { milliseconds: 0, bytes: 0 }
  fc.assert(
    fc.property(anyFile, (file) => {
      const began = performance.now()
      try {
        holdsTogether(readPaper(file, names))
        read += 1
      } catch (error) {
        if (!(error instanceof UnreadablePaper)) throw error
        refused[error.why] = (refused[error.why] ?? 0) + 1
      }
      const milliseconds = performance.now() - began
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, bytes: file.length }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  return { read, refused, slowest }
}

/** Everything that was found stands where it says that it stands. */
function holdsTogether({ text, ...found }: Paper): void {
  if (found.date !== null && !isDay(found.date)) throw new Error(`No day: ${found.date}.`)
  if ((found.id ?? '').length > 60) throw new Error(`No id: ${found.id}.`)
  for (const { start, end } of spansIn(found)) {
    if (!(start >= 0 && start <= end && end <= text.length)) {
      throw new Error(`A place outside the text: ${start} to ${end} of ${text.length}.`)
    }
  }
  for (const { dossier, nr } of found.dossiers) {
    if (!/^\d{5}(?:-[A-Z\d()]+)?$/.test(dossier) || nr === '') {
      throw new Error(`No dossier: ${dossier}, ${nr}.`)
    }
  }
}

const isDay = (date: string): boolean =>
  !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().slice(0, 10) === date

/** Every place that a paper names. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return []
  if ('start' in value && 'end' in value) return [value as Span]
  return Object.values(value).flatMap(spansIn)
}
