/** The kinds of file that are taken; everything else is refused. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'text' | 'docx' | 'odt'

export const isImage = (kind: FileKind): kind is 'jpeg' | 'png' | 'webp' =>
  kind === 'jpeg' || kind === 'png' || kind === 'webp'

const oasis = 'application/vnd.oasis.opendocument.text'
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const facts: Readonly<Record<FileKind, { extension: string; mediaType: string }>> = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  jpeg: { extension: 'jpg', mediaType: 'image/jpeg' },
  png: { extension: 'png', mediaType: 'image/png' },
  webp: { extension: 'webp', mediaType: 'image/webp' },
  text: { extension: 'txt', mediaType: 'text/plain; charset=utf-8' },
  docx: { extension: 'docx', mediaType: office },
  odt: { extension: 'odt', mediaType: oasis },
}

export const extensionOf = (kind: FileKind): string => facts[kind].extension
export const mediaTypeOf = (kind: FileKind): string => facts[kind].mediaType

/** For the `accept` of a form: what the browser offers first. */
export const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.txt,.docx,.odt'

/** What the first bytes say it is. A `zip` still has to show which document it holds. */
export function sniff(
  bytes: Buffer,
): Exclude<FileKind, 'docx' | 'odt' | 'text'> | 'zip' | undefined {
  const begins = (signs: string, at = 0) =>
    bytes.toString('latin1', at, at + signs.length) === signs
  if (begins('%PDF-')) return 'pdf'
  if (begins('\xff\xd8\xff')) return 'jpeg'
  if (begins('\x89PNG\r\n\x1a\n')) return 'png'
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp'
  if (begins('PK\x03\x04')) return 'zip'
  return undefined
}
