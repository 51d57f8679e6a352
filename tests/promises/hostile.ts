import fc from 'fast-check'
import { newId } from '#platform/ids.ts'
import { aFormWithParts } from '#platform/upload/a-file.ts'
import { anyText } from '#tests/any-text.ts'

/** Markup that would do something in a browser if it came back as it was sent. */
export const markup = [
  '<script>raak()</script>',
  '"><img src=x onerror=raak()>',
  "' onmouseover='raak()",
  '</textarea><script>raak()</script>',
  '</title><svg onload=raak()>',
  '<!--<script>raak()-->',
]

/** What an answer must never hold: the same, still working. */
export const echoed = /<script>raak|<img src=x|<svg onload|<!--<script>raak|' onmouseover='raak/

const unicode = [
  '\u0000nul\u0000',
  '\ud800 half',
  'half \udfff',
  '\u202eomgekeerd\u202c',
  '\u200b\u200d\ufeff',
  `a${'\u0301'.repeat(3000)}`,
  '👨‍👩‍👧‍👦'.repeat(200),
  '\ufdfa'.repeat(400),
  'ﬀ ſ İ ı ẞ',
  '\u2028\u2029\u0085',
  '\r\nSet-Cookie: raak=1',
]

const sql = [
  "'; drop table signal; --",
  "' or '1'='1",
  '\\x00',
  '$1',
  "E'\\\\'",
  '{a,b}',
  "x' union select token_hash from session --",
]

const wrong = [
  '',
  ' ',
  '-1',
  '0',
  '9999999999999999999999',
  'NaN',
  '1e400',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'true',
  '2026-02-31',
  '0000-00-00',
  '../../../etc/passwd',
  '%00%zz',
  '//evil.example/',
  'javascript:raak()',
  '\\\\evil.example',
]

const ids = [newId(), '00000000-0000-0000-0000-000000000000', '-'.repeat(36), 'a'.repeat(36)]

/** Text that a form field, a query or a path may hold when somebody wishes us ill. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...markup, ...unicode, ...sql, ...wrong, ...ids),
  anyText(60),
  fc.integer({ min: 300, max: 60_000 }).map((length) => 'x '.repeat(length / 2)),
)

/** Places in a list, terms and moments that almost look right. */
export const hostileQuery: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  fc.constantFrom(
    `2026-02-31_${newId()}`,
    `0000-01-01_${newId()}`,
    `9999-12-31_${newId()}`,
    `2026-11-23_${'-'.repeat(36)}`,
    `2026-02-30T10:00:00Z_${newId()}`,
    `0000-01-01T00:00:00Z_${newId()}`,
    `2026-11-23T24:00:00.000001Z_${newId()}`,
  ),
)

export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom(
    'range',
    'accept-language',
    'accept-encoding',
    'if-none-match',
    'if-modified-since',
    'user-agent',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-http-method-override',
    'x-request-id',
    'expect',
    'referer',
    'accept',
  ),
  fc.constantFrom(
    'bytes=0-,-1,9999999999-',
    '*/*;q=zzz',
    'a, a, a',
    ' ',
    '"',
    'DELETE',
    '\u00ff\u00fe',
    `${'0'.repeat(4000)}`,
    '<script>raak()</script>',
    '127.0.0.1, , evil.example',
  ),
  { maxKeys: 3 },
)

export const wrongTypes = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded; charset=utf-7',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=a',
  'multipart/form-data; boundary="a"; boundary=b',
  'application/octet-stream',
  'text/html',
  'x',
  ',',
]

const withFile = (file: string, bytes: string) =>
  aFormWithParts(
    [
      { name: 'note', value: markup[0] ?? '' },
      { name: 'file', file, bytes: Buffer.from(bytes) },
    ],
    'a',
  )

export const wrongBodies: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  '',
  '{',
  '[]',
  'null',
  '"tekst"',
  '['.repeat(20_000),
  '{"response":'.repeat(5_000),
  '{"__proto__":{"response":1},"response":{"id":"a","rawId":1,"type":"public-key","response":{}}}',
  '&&&===&%zz%&=%00&a=%ed%a0%80',
  `${'a[]='.repeat(10_000)}`,
  '--a\r\nContent-Disposition: form-data; name="words"\r\n\r\nhalf',
  '--a\r\nContent-Disposition: form-data; name="words"; filename="x"\r\n\r\nbestand\r\n--a--\r\n',
  Uint8Array.from(withFile('../../a.pdf', '%PDF-1.7 half').body),
  Uint8Array.from(withFile('a\u202efdp.txt', 'Gewone zin.').body),
  new Uint8Array([0xff, 0xfe, 0x00, 0x80, 0xc0, 0xed, 0xa0, 0x80]),
]

export const largerThanAllowed = 'x'.repeat(300 * 1024)
