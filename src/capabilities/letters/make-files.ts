import type { Temporal } from '#platform/clock.ts'
import { withWholeLinks } from '#platform/office/links.ts'
import { makeDocx } from '#platform/office/make-docx.ts'
import { makeOdt } from '#platform/office/make-odt.ts'
import type { Block, PdfDocument } from '#platform/pdf/document.ts'
import { type FileFormat, type FrozenLetter, hashOf } from './evidence.ts'
import { blocksOf } from './letter-document.ts'
import { letterWords } from './letter-words.ts'

type Parts = {
  readonly makePdf: (document: PdfDocument) => Promise<Uint8Array>
  /** where this site is, for links in files */
  readonly origin: string
  readonly made: Temporal.Instant
}

/** Everything that stands in the letter, and by which code it can be checked. */
export const wholeLetter = ({ document }: Pick<FrozenLetter, 'document'>): readonly Block[] => [
  ...blocksOf(document),
  { kind: 'heading', level: 1, text: letterWords.check },
  { kind: 'paragraph', text: letterWords.code(hashOf(document)) },
]

/** The same letter as a PDF for everybody's reader and as files for word processors. */
export async function makeFiles(
  letter: FrozenLetter,
  { makePdf, origin, made }: Parts,
): Promise<Readonly<Record<FileFormat, Uint8Array>>> {
  const { title } = letter.document
  const blocks = withWholeLinks(wholeLetter(letter), origin)
  const common = { language: 'nl', title, made, blocks } as const
  return {
    pdf: await makePdf({ ...common, header: letter.from, footer: letterWords.footer }),
    docx: await makeDocx(common),
    odt: makeOdt(common),
  }
}
