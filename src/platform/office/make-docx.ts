import type * as Docx from 'docx'
import type { Block, Inline, Pair } from '#platform/pdf/document.ts'
import { readZip } from '#platform/read-zip.ts'
import { writeZip } from '#platform/zip.ts'
import { paragraphsOf, runsOf } from './links.ts'
import { countryOf, type OfficeDocument } from './office-document.ts'

/**
 * A text for Word (Office Open XML) with headings, lists, tables with a head, and links. The library is only loaded when
 * somebody asks for one, and what it makes up (moments, names of links) is made the same for the same document.
 */
export async function makeDocx(document: OfficeDocument): Promise<Buffer> {
  const docx = await import('docx')
  const made = new docx.Document({
    title: document.title,
    creator: 'Oogmerk',
    lastModifiedBy: 'Oogmerk',
    styles: {
      default: {
        document: {
          run: {
            size: '11pt',
            font: 'Arial',
            language: { value: `${document.language}-${countryOf[document.language]}` },
          },
        },
      },
    },
    numbering: { config: [numbered] },
    sections: [
      {
        children: [
          new docx.Paragraph({
            heading: docx.HeadingLevel.TITLE,
            children: texts(docx, document.title),
          }),
          ...document.blocks.flatMap((block) => drawn(docx, block)),
        ],
      },
    ],
  })
  return alwaysTheSame(await docx.Packer.toBuffer(made), document)
}

const numbered = {
  reference: 'numbers',
  levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: 'start' }],
} as const

type Library = typeof Docx
type Child = Docx.Paragraph | Docx.Table

function drawn(docx: Library, block: Block): Child[] {
  const paragraph = (options: Docx.IParagraphOptions) =>
    new docx.Paragraph({ spacing: { after: 120 }, ...options })
  const story = (text: string, options: Docx.IParagraphOptions = {}) =>
    paragraphsOf(text).map((one) => paragraph({ ...options, children: texts(docx, one) }))
  const pair = ({ key, value }: Pair) =>
    paragraph({
      children: [...texts(docx, key, true), new docx.TextRun(': '), ...texts(docx, value)],
    })
  const indent = { left: 450 }
  switch (block.kind) {
    case 'heading': {
      const heading = docx.HeadingLevel[`HEADING_${block.level}`]
      return [new docx.Paragraph({ heading, children: texts(docx, block.text) })]
    }
    case 'paragraph':
      return story(block.text)
    case 'linked':
      return [paragraph({ children: linked(docx, block.runs) })]
    case 'quote':
      return [
        ...story(block.text, { indent }),
        ...(block.by ? [paragraph({ indent, children: texts(docx, block.by) })] : []),
      ]
    case 'list':
      return block.items.map((item) =>
        paragraph({
          children: linked(docx, item),
          ...(block.ordered
            ? { numbering: { reference: numbered.reference, level: 0 } }
            : { bullet: { level: 0 } }),
        }),
      )
    case 'key-values':
      return block.pairs.map(pair)
    case 'table':
      return [tableOf(docx, block)]
    case 'note':
      return [
        paragraph({ indent, children: texts(docx, block.label, true) }),
        ...story(block.text, { indent }),
        ...(block.about ?? []).map(pair),
      ]
  }
}

/** Twentieths of a point between the margins of an A4: how wide a table is. */
const textWidth = 9026

function tableOf(
  docx: Library,
  { columns, rows, widths }: Extract<Block, { kind: 'table' }>,
): Docx.Table {
  const shares = widths ?? columns.map(() => 1)
  const whole = shares.reduce((sum, one) => sum + one, 0)
  const columnWidths = shares.map((one) => Math.round((one / whole) * textWidth))
  const cell = (content: Docx.ParagraphChild[]) =>
    new docx.TableCell({ children: [new docx.Paragraph({ children: content })] })
  return new docx.Table({
    columnWidths,
    width: { size: textWidth, type: docx.WidthType.DXA },
    rows: [
      new docx.TableRow({
        tableHeader: true,
        children: columns.map((one) => cell(texts(docx, one, true))),
      }),
      ...rows.map(
        (row) => new docx.TableRow({ children: row.map((one) => cell(linked(docx, one))) }),
      ),
    ],
  })
}

const linked = (docx: Library, inline: Inline): Docx.ParagraphChild[] =>
  runsOf(inline).flatMap(({ text, href }): Docx.ParagraphChild[] =>
    href === undefined
      ? texts(docx, text)
      : [
          new docx.ExternalHyperlink({
            link: href,
            children: texts(docx, text, false, 'Hyperlink'),
          }),
        ],
  )

/** A line end in the text is a line end on paper. */
const texts = (docx: Library, text: string, bold = false, style?: string): Docx.TextRun[] =>
  text
    .toWellFormed()
    // What XML 1.0 cannot hold.
    .replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .split('\n')
    .map(
      (line, at) =>
        new docx.TextRun({
          text: line,
          bold,
          ...(style ? { style } : {}),
          ...(at > 0 ? { break: 1 } : {}),
        }),
    )

/** More than any letter needs. */
const most = { parts: 60, bytes: 64 * 1024 * 1024 }

/** The same parts with the moment of the document, links named by their order, and a zip that is always the same bytes. */
async function alwaysTheSame(bytes: Buffer, { made }: OfficeDocument): Promise<Buffer> {
  const parts = await readZip(bytes, most)
  const links = new Map<string, string>()
  const relations = parts.get('word/_rels/document.xml.rels')?.toString() ?? ''
  const body = parts.get('word/document.xml')?.toString() ?? ''
  const isLink = new Set(
    [...relations.matchAll(/<Relationship [^>]*>/g)].flatMap(([one]) =>
      one.includes('/hyperlink"') ? [/ Id="([^"]+)"/.exec(one)?.[1] ?? ''] : [],
    ),
  )
  for (const [, id = ''] of body.matchAll(/r:id="([^"]+)"/g)) {
    if (isLink.has(id) && !links.has(id)) links.set(id, `rIdLink${links.size + 1}`)
  }
  const renamed = (xml: string) =>
    xml.replaceAll(/(\b(?:r:id|Id)=")([^"]+)(")/g, (all, before, id, after) =>
      links.has(id) ? `${before}${links.get(id)}${after}` : all,
    )
  const moment = made.toString({ smallestUnit: 'second' })
  const sortedLinks = (xml: string) => {
    const all = [...xml.matchAll(/<Relationship [^>]*\/>/g)].map(([one]) => one)
    return xml.replace(all.join(''), all.toSorted().join(''))
  }
  return writeZip(
    [...parts].map(([name, content]) => {
      if (name === 'word/document.xml') return { name, content: renamed(content.toString()) }
      if (name === 'word/_rels/document.xml.rels') {
        return { name, content: sortedLinks(renamed(content.toString())) }
      }
      if (name === 'docProps/core.xml') {
        const core = content.toString().replaceAll(/>\d{4}-\d{2}-\d{2}T[^<]*</g, `>${moment}<`)
        return { name, content: core }
      }
      return { name, content }
    }),
  )
}
