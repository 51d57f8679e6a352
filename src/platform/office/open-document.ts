import { writeZip, type ZipPart } from '#platform/zip.ts'
import { xmlHead } from './xml.ts'

/**
 * A file of OpenDocument 1.3: its kind first and as it is, which is how it is recognised, then its parts and the list of
 * them. The same parts are always the same bytes. source: OASIS OpenDocument 1.3, part 2 (packages)
 */
export function openDocument(mediaType: string, parts: readonly ZipPart[]): Buffer {
  const entry = (path: string, type: string, version = '') =>
    `<manifest:file-entry manifest:full-path="${path}"${version} manifest:media-type="${type}"/>`
  const manifest =
    `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
    entry('/', mediaType, ' manifest:version="1.3"') +
    parts.map(({ name }) => entry(name, 'text/xml')).join('') +
    '</manifest:manifest>'
  return writeZip([
    { name: 'mimetype', content: mediaType, stored: true },
    ...parts,
    { name: 'META-INF/manifest.xml', content: manifest },
  ])
}
