import type { Language } from '#platform/language.ts'
import { type Referent, readReference } from './reference.ts'
import { words } from './words.ts'

/** As people write it: "Kamerstuk 29 240, nr. 120". What is no reference, or is written as its id, stays as it is. */
export function referenceName(language: Language, id: string): string {
  const referent = readReference(id)
  return referent ? nameOf(language, referent, id) : id
}

function nameOf(language: Language, one: Referent, id: string): string {
  const { names } = words(language)
  switch (one.kind) {
    case 'kst': {
      const chapter = one.chapter ? ` ${one.chapter}` : ''
      return `${names.paper} ${dossierName(one.dossier)}${chapter}, nr. ${one.nr}`
    }
    case 'ah':
      return `${names.answer}${houseOf(language, one.house)} ${sessionOf(one.year)}, nr. ${one.nr}`
    case 'h':
      return `${names.debate}${houseOf(language, one.house)} ${sessionOf(one.year)}, nr. ${one.meeting}, item ${one.item}`
    case 'kv':
      return `${names.questions} ${one.question}`
    case 'stb':
      return `${names.laws} ${one.year}, ${one.nr}`
    case 'stcrt':
      return `${names.gazette} ${one.year}, ${one.nr}`
    case 'kv-alias':
    case 'case':
    case 'document':
    case 'ecli':
    case 'bwb':
    case 'jci':
      return id
  }
}

/** Of the two Houses the Second is meant when none is named. */
const houseOf = (language: Language, house: 'tk' | 'ek'): string =>
  house === 'ek' ? ` ${words(language).names.senate}` : ''

const sessionOf = (year: string): string => `${year.slice(0, 4)}–${year.slice(4)}`

/** "29240" as it is printed: "29 240"; a budget chapter stays behind it. */
export const dossierName = (dossier: string): string => {
  const [number = '', ...chapter] = dossier.split('-')
  return [`${number.slice(0, 2)} ${number.slice(2)}`, ...chapter].join(' ')
}

/** Where the government publishes it; nothing where no address follows from the name. */
export function referenceAddress(id: string): string | undefined {
  const referent = readReference(id)
  switch (referent?.kind) {
    case 'kst':
      // An addition in brackets is written otherwise in addresses, and how was not seen.
      return id.includes('(') ? undefined : `${publications}/${id}.html`
    case 'ah':
    case 'kv':
    case 'kv-alias':
    case 'h':
    case 'stb':
    case 'stcrt':
      return `${publications}/${id}.html`
    case 'bwb':
    case 'jci':
      return `https://wetten.overheid.nl/${id}`
    default:
      return undefined
  }
}

const publications = 'https://zoek.officielebekendmakingen.nl'
