import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { FigureRef } from '#capabilities/figures/index.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { LetterDocument } from './letter-document.ts'

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of the canonical JSON of a value. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value))

/** The files of a fixed letter for word processors and readers. */
export const fileFormats = ['pdf', 'docx', 'odt'] as const
export type FileFormat = (typeof fileFormats)[number]

/** A figure as it was when the letter was fixed, with the edition that tells it. */
export type FrozenFigure = {
  readonly number: number
  readonly ref: FigureRef
  /** as it stands in the letter */
  readonly shown: string
  readonly value: number
  /** where the letter leads for it */
  readonly path: string
  /** of the canonical JSON of `edition` */
  readonly hash: string
  readonly edition: unknown
}

/** A letter that is fixed: nothing in it changes any more. */
export type FrozenLetter = {
  readonly id: string
  readonly from: string
  readonly along: readonly string[]
  /** ISO date */
  readonly fixedOn: string
  readonly document: LetterDocument
  readonly figures: readonly FrozenFigure[]
}

const format = 'oogmerk-letter-evidence/1'

/**
 * The evidence of a letter: everything by which a reader can check it, as canonical JSON, so that one letter has one
 * evidence. `seal` is the hash of all the rest.
 */
export function evidenceOf(
  letter: FrozenLetter,
  files: Readonly<Record<FileFormat, string>>,
): string {
  const rest = { format, letter, documentHash: hashOf(letter.document), files }
  return canonicalJson({ ...rest, seal: hashOf(rest) })
}

const digits = z.string().regex(/^[0-9a-f]{64}$/)

/** What is read back. Looser than what is written: the seal says whether it is ours, this only what it needs. */
export const Evidence = z.looseObject({
  format: z.literal(format),
  documentHash: digits,
  files: z.record(z.enum(fileFormats), digits),
  seal: digits,
  letter: z.looseObject({
    document: z.looseObject({
      title: z.string(),
      sections: z.array(z.looseObject({ blocks: z.array(z.looseObject({ kind: z.string() })) })),
    }),
    figures: z.array(
      z.looseObject({
        number: z.int(),
        ref: z.looseObject({
          definition: z.string(),
          version: z.int(),
          period: z.string(),
          cell: z.string(),
        }),
        shown: z.string().min(1),
        value: z.number(),
        path: z.string().min(1),
        hash: digits,
        edition: z.unknown(),
      }),
    ),
  }),
})
export type Evidence = z.infer<typeof Evidence>
