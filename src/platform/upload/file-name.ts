/** Signs of a name, without its extension. */
const longest = 80

/** What a path, a device, a shell or the order of reading could be made of. */
const unwanted = /[\p{C}<>:"/\\|?*]/gu
// source: Microsoft, Naming Files, Paths, and Namespaces
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

const segments = new Intl.Segmenter('nl', { granularity: 'grapheme' })

/**
 * The name that a file keeps: the last part of what was sent, without signs that mean something to a
 * computer, and with the extension of what it really is. `fallback` when nothing is left.
 */
export function fileName(sent: string, extension: string, fallback: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(unwanted, '')
    .replace(/\.[^.]{1,10}$/, '')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '')
  const short = [...segments.segment(stem)]
    .slice(0, longest)
    .map(({ segment }) => segment)
    .join('')
    .trim()
  return `${short === '' || device.test(short) ? fallback : short}.${extension}`
}

/** source: RFC 6266; the plain name is for software that reads no other, the second has every sign */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/g, '_')
    .replaceAll(/["\\%]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
