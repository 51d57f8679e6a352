/**
 * What a paper can refer to, as its parts. The printed ids are those of officielebekendmakingen.nl and
 * of the open data of the Tweede Kamer.
 */
export type Referent =
  | {
      readonly kind: 'kst'
      readonly dossier: string
      readonly chapter?: string
      readonly nr: string
    }
  | {
      readonly kind: 'ah' | 'kv-alias'
      readonly house: House
      readonly year: string
      readonly nr: string
    }
  | { readonly kind: 'kv'; readonly house: House; readonly question: string }
  | {
      readonly kind: 'h'
      readonly house: House
      readonly year: string
      readonly meeting: string
      readonly item: string
    }
  | { readonly kind: 'case' | 'document'; readonly number: string }
  | { readonly kind: 'stb' | 'stcrt'; readonly year: string; readonly nr: string }
  | {
      readonly kind: 'ecli'
      readonly country: string
      readonly court: string
      readonly year: string
      readonly nr: string
    }
  | { readonly kind: 'bwb'; readonly law: string }
  | { readonly kind: 'jci'; readonly version: string; readonly law: string; readonly where: string }

type House = 'tk' | 'ek'

/** The id of what is referred to; `readReference` reads it back to the same. */
export function printReference(one: Referent): string {
  switch (one.kind) {
    case 'kst':
      return ['kst', one.dossier, ...(one.chapter ? [one.chapter] : []), one.nr].join('-')
    case 'ah':
    case 'kv-alias':
      return `${one.kind === 'ah' ? 'ah' : 'kv'}-${one.house}-${one.year}-${one.nr}`
    case 'kv':
      return `kv-${one.house}-${one.question}`
    case 'h':
      return `h-${one.house}-${one.year}-${one.meeting}-${one.item}`
    case 'case':
    case 'document':
      return one.number
    case 'stb':
    case 'stcrt':
      return `${one.kind}-${one.year}-${one.nr}`
    case 'ecli':
      return `ECLI:${one.country}:${one.court}:${one.year}:${one.nr}`
    case 'bwb':
      return one.law
    case 'jci':
      return `jci${one.version}:c:${one.law}${one.where}`
  }
}

const years = String.raw`(\d{4})(\d{4})`
const annexForm = new RegExp(`^(ah|kv)-(tk|ek)-${years}-([1-9]\\d{0,4})$`)
const debateForm = new RegExp(`^h-(tk|ek)-${years}-([1-9]\\d{0,3})-([1-9]\\d{0,3})$`)

/** An id as it is printed above; null for anything else. */
export function readReference(id: string): Referent | null {
  const kst =
    /^kst-(\d{5})(?:-([IVXLC]+[A-F]?|[A-H]|\(R\d{3,4}\)))?-([1-9]\d{0,4}|[A-Z]{1,3})$/.exec(id)
  if (kst) {
    const [, dossier = '', chapter, nr = ''] = kst
    return { kind: 'kst', dossier, ...(chapter ? { chapter } : {}), nr }
  }
  const annex = annexForm.exec(id)
  if (annex && follows(annex[3], annex[4])) {
    const [, kind, house, from, to, nr = ''] = annex
    const named = kind === 'ah' ? 'ah' : 'kv-alias'
    return { kind: named, house: house as House, year: `${from}${to}`, nr }
  }
  const question = /^kv-(tk|ek)-(\d{4}Z\d{5})$/.exec(id)
  if (question) return { kind: 'kv', house: question[1] as House, question: question[2] ?? '' }
  const debate = debateForm.exec(id)
  if (debate && follows(debate[2], debate[3])) {
    const [, house, from, to, meeting = '', item = ''] = debate
    return { kind: 'h', house: house as House, year: `${from}${to}`, meeting, item }
  }
  if (/^\d{4}Z\d{5}$/.test(id)) return { kind: 'case', number: id }
  if (/^\d{4}D\d{5}$/.test(id)) return { kind: 'document', number: id }
  const gazette = /^(stb|stcrt)-(\d{4})-([1-9]\d{0,5})$/.exec(id)
  if (gazette) {
    const [, kind, year = '', nr = ''] = gazette
    return { kind: kind as 'stb' | 'stcrt', year, nr }
  }
  const ecli = /^ECLI:([A-Z]{2}):([A-Z][A-Z0-9]{0,6}):(\d{4}):([A-Z0-9]+(?:\.[A-Z0-9]+)*)$/.exec(id)
  if (ecli && id.length <= 60) {
    const [, country = '', court = '', year = '', nr = ''] = ecli
    return { kind: 'ecli', country, court, year, nr }
  }
  if (/^BWB[RV]\d{7}$/.test(id)) return { kind: 'bwb', law: id }
  const jci = /^jci(1\.\d{1,2}):c:(BWB[RV]\d{7})((?:&[a-z]+=[\w.:/-]+)*)$/.exec(id)
  if (jci) {
    const [, version = '', law = '', where = ''] = jci
    return { kind: 'jci', version, law, where }
  }
  return null
}

const follows = (from = '', to = ''): boolean => Number(to) === Number(from) + 1

/**
 * `2019` and `20`, `2020` or `-20` as the year of Parliament `20192020`; null where the second does not follow
 * the first.
 */
export function parliamentaryYear(from: string, to: string): string | null {
  const second =
    to.length === 2
      ? `${Number(from) % 100 === 99 ? Number(from.slice(0, 2)) + 1 : from.slice(0, 2)}${to}`
      : to
  return second.length === 4 && follows(from, second) ? `${from}${second}` : null
}
