import { countryOf } from '#platform/office/office-document.ts'
import { openDocument } from '#platform/office/open-document.ts'
import { xmlHead, xmlText } from '#platform/office/xml.ts'
import type { Cell, TableFile } from './table-file.ts'

export const odsType = 'application/vnd.oasis.opendocument.spreadsheet'

const spaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['number', 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([name, uri]) => ` xmlns:${name}="${uri}"`)
  .join('')

/**
 * A spreadsheet in the open form of government: numbers and days stay numbers and days. The same table is always the
 * same bytes. source: OASIS, OpenDocument 1.3, part 2 (packages) and part 3 (schema).
 */
export function writeOds(table: TableFile): Buffer {
  return openDocument(odsType, [
    { name: 'content.xml', content: contentOf(table) },
    { name: 'styles.xml', content: stylesOf(table) },
    { name: 'meta.xml', content: metaOf(table) },
  ])
}

/** Names of sheets have no sign that an address in a spreadsheet means something by. */
const sheetName = (title: string): string =>
  xmlText(title.replaceAll(/[\\/*?:[\]']/g, ' ').slice(0, 31))

const contentOf = ({ title, columns, rows }: TableFile): string =>
  `${xmlHead}<office:document-content${spaces} office:version="1.3"><office:automatic-styles>
<number:date-style style:name="day"><number:day/><number:text>-</number:text><number:month/><number:text>-</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="day-cell" style:family="table-cell" style:data-style-name="day"/>
<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${sheetName(title)}">
<table:table-column table:number-columns-repeated="${columns.length}"/>
<table:table-header-rows>${rowOf(columns, ' table:style-name="heading"')}</table:table-header-rows>
${rows.map((row) => rowOf(row)).join('\n')}
</table:table></office:spreadsheet></office:body></office:document-content>`

const rowOf = (cells: readonly Cell[], style = ''): string =>
  `<table:table-row>${cells.map((one) => cellOf(one, style)).join('')}</table:table-row>`

function cellOf(cell: Cell, style: string): string {
  if (cell === undefined || cell === '') return `<table:table-cell${style}/>`
  if (typeof cell === 'number') {
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  }
  if (typeof cell === 'object') {
    return `<table:table-cell table:style-name="day-cell" office:value-type="date" office:date-value="${cell.day}"><text:p>${cell.day}</text:p></table:table-cell>`
  }
  return `<table:table-cell${style} office:value-type="string">${paragraphs(cell)}</table:table-cell>`
}

/** A line each; blanks that would be made one are written as so many. */
const paragraphs = (text: string): string =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line) => `<text:p>${blanks(line)}</text:p>`)
    .join('')

const blanks = (line: string): string =>
  xmlText(line)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll(/^ +| {2,}| +$/g, (run) => `<text:s text:c="${run.length}"/>`)

const stylesOf = ({ language }: TableFile): string =>
  `${xmlHead}<office:document-styles${spaces} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="${language}" fo:country="${countryOf[language]}"/></style:default-style></office:styles></office:document-styles>`

const metaOf = ({ title, language }: TableFile): string =>
  `${xmlHead}<office:document-meta${spaces} office:version="1.3"><office:meta><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`
