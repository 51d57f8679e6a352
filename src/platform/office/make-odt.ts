import type { Block, Inline, Pair } from '#platform/pdf/document.ts'
import { paragraphsOf, runsOf } from './links.ts'
import { countryOf, type OfficeDocument } from './office-document.ts'
import { openDocument } from './open-document.ts'
import { xmlHead, xmlText } from './xml.ts'

const mediaType = 'application/vnd.oasis.opendocument.text'
const namespaces = ['office', 'style', 'text', 'table', 'meta']
  .map((one) => `xmlns:${one}="urn:oasis:names:tc:opendocument:xmlns:${one}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ')

/**
 * A text of OpenDocument 1.3 with headings, lists, tables with a head, and links. Written by ourselves: no kept library
 * writes it, and the same document is always the same bytes. source: OASIS OpenDocument 1.3, part 2 (packages) and 3.
 */
export function makeOdt(document: OfficeDocument): Buffer {
  return openDocument(mediaType, [
    { name: 'content.xml', content: contentXml(document) },
    { name: 'styles.xml', content: stylesXml(document) },
    { name: 'meta.xml', content: metaXml(document) },
  ])
}

const contentXml = ({ title, blocks }: OfficeDocument): string =>
  `${xmlHead}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>` +
  '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.5pt solid #808080"/></style:style>' +
  blocks.map((block, at) => (block.kind === 'table' ? columnStyles(block, at) : '')).join('') +
  '</office:automatic-styles><office:body><office:text>' +
  `<text:p text:style-name="Title">${spans(title)}</text:p>` +
  blocks.map((block, at) => drawn(block, at)).join('') +
  '</office:text></office:body></office:document-content>'

function drawn(block: Block, at: number): string {
  switch (block.kind) {
    case 'heading':
      return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${spans(block.text)}</text:h>`
    case 'paragraph':
      return story(block.text)
    case 'linked':
      return paragraph(spansOf(block.runs))
    case 'quote':
      return `${story(block.text, 'Quotation')}${block.by ? paragraph(spans(block.by), 'Quotation') : ''}`
    case 'list':
      return `<text:list text:style-name="${block.ordered ? 'Numbers' : 'Bullets'}">${block.items
        .map((item) => `<text:list-item>${paragraph(spansOf(item))}</text:list-item>`)
        .join('')}</text:list>`
    case 'key-values':
      return block.pairs.map(pair).join('')
    case 'table':
      return tableOf(block, at)
    case 'note':
      return `${paragraph(strong(block.label), 'Quotation')}${story(block.text, 'Quotation')}${(block.about ?? []).map(pair).join('')}`
  }
}

type Table = Extract<Block, { kind: 'table' }>

const widthsOf = ({ columns, widths }: Table): readonly number[] => widths ?? columns.map(() => 1)
const columnName = (at: number, nth: number): string => `Table${at + 1}.${nth + 1}`

/** How wide the columns of a table are beside each other. */
const columnStyles = (block: Table, at: number): string =>
  widthsOf(block)
    .map(
      (width, nth) =>
        `<style:style style:name="${columnName(at, nth)}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(width * 100)}*"/></style:style>`,
    )
    .join('')

function tableOf(block: Table, at: number): string {
  const { columns, rows } = block
  const cell = (content: string, style: string) =>
    `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(content, style)}</table:table-cell>`
  const row = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
  return (
    `<table:table table:name="Table${at + 1}">` +
    widthsOf(block)
      .map((_, nth) => `<table:table-column table:style-name="${columnName(at, nth)}"/>`)
      .join('') +
    `<table:table-header-rows>${row(columns.map((one) => cell(spans(one), 'Table_20_Heading')))}</table:table-header-rows>` +
    rows.map((cells) => row(cells.map((one) => cell(spansOf(one), 'Table_20_Contents')))).join('') +
    '</table:table>'
  )
}

const paragraph = (content: string, style = 'Text_20_body'): string =>
  `<text:p text:style-name="${style}">${content}</text:p>`
const story = (text: string, style?: string): string =>
  paragraphsOf(text)
    .map((one) => paragraph(spans(one), style))
    .join('')
const strong = (text: string): string =>
  `<text:span text:style-name="Strong_20_Emphasis">${spans(text)}</text:span>`
const pair = ({ key, value }: Pair): string => paragraph(`${strong(key)}: ${spans(value)}`)

const spansOf = (inline: Inline): string =>
  runsOf(inline)
    .map(({ text, href }) =>
      href === undefined
        ? spans(text)
        : `<text:a xlink:type="simple" xlink:href="${xmlText(href)}" text:style-name="Internet_20_link">${spans(text)}</text:a>`,
    )
    .join('')

/** More blanks than one, and line ends, have elements of their own: else they would be one blank. */
const spans = (text: string): string =>
  xmlText(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/ {2,}/g, (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`)
    .replaceAll('\n', '<text:line-break/>')

/** The sign of an item stands before its text, also where that goes on. source: OpenDocument 1.3, part 3, 17.20 */
const hanging =
  '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties>'

function stylesXml({ language }: OfficeDocument): string {
  const style = (name: string, shown: string, more: string) =>
    `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="Standard"${more}</style:style>`
  const sized = (size: number, face: 'bold' | 'normal', above: number) =>
    `<style:paragraph-properties fo:margin-top="${above}cm" fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="${face}"/>`
  const heading = (level: number, size: number) =>
    style(
      `Heading_20_${level}`,
      `Heading ${level}`,
      ` style:default-outline-level="${level}">${sized(size, 'bold', 0.5)}`,
    )
  return (
    `${xmlHead}<office:document-styles ${namespaces} office:version="1.3"><office:styles>` +
    `<style:default-style style:family="paragraph"><style:text-properties fo:language="${language}" fo:country="${countryOf[language]}" fo:font-family="sans-serif" fo:font-size="11pt"/></style:default-style>` +
    '<style:style style:name="Standard" style:family="paragraph"/>' +
    style('Title', 'Title', `>${sized(20, 'bold', 0)}`) +
    heading(1, 15) +
    heading(2, 13) +
    heading(3, 11) +
    style('Text_20_body', 'Text body', `>${sized(11, 'normal', 0)}`) +
    style(
      'Quotation',
      'Quotation',
      '><style:paragraph-properties fo:margin-left="0.8cm" fo:margin-bottom="0.2cm"/>',
    ) +
    style('Table_20_Contents', 'Table Contents', '><style:text-properties fo:font-size="9pt"/>') +
    style('Table_20_Heading', 'Table Heading', `>${sized(9, 'bold', 0)}`) +
    '<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
    '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style>' +
    `<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${hanging}</text:list-level-style-bullet></text:list-style>` +
    `<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${hanging}</text:list-level-style-number></text:list-style>` +
    '</office:styles></office:document-styles>'
  )
}

const metaXml = ({ title, language, made }: OfficeDocument): string =>
  `${xmlHead}<office:document-meta ${namespaces} office:version="1.3"><office:meta>` +
  `<dc:title>${xmlText(title)}</dc:title><dc:language>${language}-${countryOf[language]}</dc:language>` +
  `<meta:creation-date>${made.toString({ smallestUnit: 'second' })}</meta:creation-date>` +
  '</office:meta></office:document-meta>'
