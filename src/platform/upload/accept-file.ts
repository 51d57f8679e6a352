import { checkPdf } from './check-pdf.ts'
import { checkText } from './check-text.ts'
import { checkZip } from './check-zip.ts'
import { cleanImage } from './clean-image.ts'
import { extensionOf, type FileKind, isImage, sniff } from './file-kind.ts'
import { fileName } from './file-name.ts'
import type { SentFile } from './read-parts.ts'

/** Why a file is not taken; pages have words for each. */
export const refusals = [
  'file-empty',
  'kind-not-taken',
  'text-unreadable',
  'file-broken',
  'file-locked',
  'file-acts',
  'file-bomb',
  'image-too-many-dots',
  'file-too-large',
  'one-file-only',
] as const
export type Refused = (typeof refusals)[number]

export type TakenFile = { readonly kind: FileKind; readonly name: string; readonly bytes: Buffer }

export type Accepted<File = TakenFile> =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly because: Refused }

/** Bytes of what a picture may become when it is drawn anew: a little more than was sent. */
const largestKept = 16 * 1024 * 1024

/**
 * Decides by content what a file is, and takes only what is on the list. Images come back drawn anew,
 * anything else as it was; the name is cleaned and has the extension of the content. `fallback` names
 * a file of which no name is left.
 */
export async function acceptFile({ name, bytes }: SentFile, fallback: string): Promise<Accepted> {
  const no = (because: Refused): Accepted => ({ ok: false, because })
  const taken = (kind: FileKind, kept: Buffer): Accepted =>
    kept.length > largestKept
      ? no('file-too-large')
      : { ok: true, file: { kind, name: fileName(name, extensionOf(kind), fallback), bytes: kept } }

  if (bytes.length === 0) return no('file-empty')
  const seen = sniff(bytes)
  if (seen === undefined) {
    const wrong = checkText(name, bytes)
    return wrong ? no(wrong) : taken('text', bytes)
  }
  if (seen === 'zip') {
    const checked = await checkZip(bytes)
    return checked.ok ? taken(checked.kind, bytes) : checked
  }
  if (isImage(seen)) {
    const cleaned = await cleanImage(bytes, seen)
    return cleaned.ok ? taken(seen, Buffer.from(cleaned.bytes)) : cleaned
  }
  const wrong = await checkPdf(bytes)
  return wrong ? no(wrong) : taken('pdf', bytes)
}
