// Makes fonts/*.ttf and fonts/signs.json again from the fonts' packages: `node src/platform/pdf/make-pdf-fonts.ts`.
// Needed only after the list below or a package changed. All of them are OFL; the names are our own,
// so that a font of the same name on the server is never taken for one of these.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

const text = 'atkinson-hyperlegible-next'
const made = [
  { name: 'Oogmerk Print', bold: false, from: `${text}/files/${text}-latin-400-normal.woff` },
  { name: 'Oogmerk Print', bold: true, from: `${text}/files/${text}-latin-700-normal.woff` },
  {
    name: 'Oogmerk Print Ext',
    bold: false,
    from: `${text}/files/${text}-latin-ext-400-normal.woff`,
  },
  {
    name: 'Oogmerk Print Ext',
    bold: true,
    from: `${text}/files/${text}-latin-ext-700-normal.woff`,
  },
  {
    name: 'Oogmerk Print Cyrillic',
    bold: false,
    from: 'noto-sans/files/noto-sans-cyrillic-400-normal.woff',
  },
  {
    name: 'Oogmerk Print Greek',
    bold: false,
    from: 'noto-sans/files/noto-sans-greek-400-normal.woff',
  },
  {
    name: 'Oogmerk Print Vietnamese',
    bold: false,
    from: 'noto-sans/files/noto-sans-vietnamese-400-normal.woff',
  },
  {
    name: 'Oogmerk Print Arabic',
    bold: false,
    from: 'noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
  },
  {
    name: 'Oogmerk Print Emoji',
    bold: false,
    from: 'noto-emoji/files/noto-emoji-emoji-400-normal.woff',
  },
]

type Table = { readonly tag: string; readonly bytes: Buffer }

/** What a WOFF file holds. source: WOFF File Format 1.0, table directory */
function tablesOf(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, nth) => {
    const at = 44 + nth * 20
    const [start, packed, length] = [4, 8, 12].map((more) => woff.readUInt32BE(at + more)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(start, start + packed)
    return {
      tag: woff.toString('latin1', at, at + 4),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    }
  })
}

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function checksum(bytes: Buffer): number {
  const whole = padded(bytes)
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0
  return sum
}

function fontOf(flavour: number, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(12 + tables.length * 16)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  head.writeUInt32BE(flavour, 0)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((tables.length - power) * 16, 10)
  let start = head.length
  for (const [nth, { tag, bytes }] of tables.entries()) {
    const at = 12 + nth * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(checksum(bytes), at + 4)
    head.writeUInt32BE(start, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    start += padded(bytes).length
  }
  return Buffer.concat([head, ...tables.map(({ bytes }) => padded(bytes))])
}

/** source: OpenType specification, `name`: Windows, Unicode, English (United States) */
function nameTable(names: Readonly<Record<number, string>>): Buffer {
  const entries = Object.entries(names)
  const head = Buffer.alloc(6 + entries.length * 12)
  head.writeUInt16BE(entries.length, 2)
  head.writeUInt16BE(head.length, 4)
  let start = 0
  const strings = entries.map(([id, name], nth) => {
    const bytes = Buffer.from(name, 'utf16le').swap16()
    const fields = [3, 1, 0x409, Number(id), bytes.length, start]
    for (const [place, value] of fields.entries())
      head.writeUInt16BE(value, 6 + nth * 12 + place * 2)
    start += bytes.length
    return bytes
  })
  return Buffer.concat([head, ...strings])
}

/** The signs a font can draw. source: OpenType specification, `cmap` formats 4 and 12 */
function signsOf(cmap: Buffer): number[] {
  const signs = new Set<number>()
  for (let nth = 0; nth < cmap.readUInt16BE(2); nth++) {
    const at = cmap.readUInt32BE(4 + nth * 8 + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 4) {
      const twice = cmap.readUInt16BE(at + 6)
      for (let segment = 0; segment < twice; segment += 2) {
        const last = cmap.readUInt16BE(at + 14 + segment)
        const first = cmap.readUInt16BE(at + 16 + twice + segment)
        for (let sign = first; sign <= last && sign < 0xffff; sign++) signs.add(sign)
      }
    }
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
        const [first, last] = [0, 4].map((more) => cmap.readUInt32BE(at + 16 + group * 12 + more))
        for (let sign = first ?? 0; sign <= (last ?? -1); sign++) signs.add(sign)
      }
    }
  }
  return [...signs].sort((a, b) => a - b)
}

function rangesOf(signs: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const sign of signs) {
    const last = ranges.at(-1)
    if (last && last[1] === sign - 1) last[1] = sign
    else ranges.push([sign, sign])
  }
  return ranges
}

const drawn: Record<string, [number, number][]> = {}
for (const { name, bold, from } of made) {
  const whole = readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${from}`)))
  const face = bold ? 'Bold' : 'Regular'
  const names = {
    1: name,
    2: face,
    3: `${name} ${face}`,
    4: `${name} ${face}`,
    6: `${name.replaceAll(' ', '')}-${face}`,
    13: 'SIL Open Font License, Version 1.1',
    14: 'https://openfontlicense.org',
  }
  const tables = tablesOf(whole).map(({ tag, bytes }) => {
    if (tag === 'cmap' && !bold) drawn[name] = rangesOf(signsOf(bytes))
    return { tag, bytes: tag === 'name' ? nameTable(names) : bytes }
  })
  const file = `fonts/${name.toLowerCase().replaceAll(' ', '-')}-${face.toLowerCase()}.ttf`
  writeFileSync(new URL(file, import.meta.url), fontOf(whole.readUInt32BE(4), tables))
}
writeFileSync(new URL('fonts/signs.json', import.meta.url), `${JSON.stringify(drawn)}\n`)
