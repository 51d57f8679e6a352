import { isFeed, type Scope, type SourceName } from './source.ts'
import { printStamp } from './stamp.ts'

/**
 * The list of each source and the fields that we keep. Who voted, who signed and where a letter came from is not even
 * asked for.
 */
const lists = {
  matters: {
    entity: 'Zaak',
    select: 'Id,Nummer,Soort,Titel,Onderwerp,GestartOp,Afgedaan,Kabinetsappreciatie',
    expand: 'Kamerstukdossier($select=Nummer,Toevoeging)',
  },
  documents: {
    entity: 'Document',
    select: 'Id,DocumentNummer,Soort,Onderwerp,Datum,Aanhangselnummer',
    expand: 'Zaak($select=Id),HuidigeDocumentVersie($select=ExterneIdentifier)',
  },
  decisions: {
    entity: 'Besluit',
    select: 'Id,BesluitSoort,BesluitTekst,Status',
    expand: 'Zaak($select=Id)',
  },
} as const

/** Where the first page of a source is. `since`, a stamp: only what changed then or later, deletions included. */
export function firstAddress(name: SourceName, scope: Scope, since?: string): string {
  if (name === 'commitments' || isFeed(name)) {
    return `${scope.address}/SyncFeed/2.0/Feed?category=Toezegging`
  }
  return listAddress(name, scope, { withDeleted: since !== undefined, from: since })
}

type From = {
  /** a deleted row has lost its subject and dossier, so it is asked for on its own */
  readonly withDeleted: boolean
  readonly from: string | undefined
}

/**
 * A list from a stamp on, in the order of stamps. Counting rows (`$skip`) would pass over one whenever an earlier one
 * changed meanwhile and moved to the end.
 */
export function listAddress(
  name: Exclude<SourceName, 'commitments'>,
  scope: Scope,
  { withDeleted, from }: From,
): string {
  const { entity, select, expand } = lists[name]
  const within =
    name === 'matters' ? withinScope(scope, '') : `Zaak/any(z:${withinScope(scope, 'z/')})`
  const wanted = withDeleted ? `(${within} or Verwijderd eq true)` : within
  const filter = from ? `ApiGewijzigdOp ge ${printStamp(from)} and ${wanted}` : wanted
  const query = {
    $filter: filter,
    $orderby: 'ApiGewijzigdOp,Id',
    $count: 'true',
    $select: `${select},ApiGewijzigdOp,Verwijderd`,
    $expand: expand,
  }
  const asked = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `${scope.address}/OData/v4/2.0/${entity}?${asked.join('&')}`
}

function withinScope({ dossiers, words }: Scope, of: string): string {
  const inDossier = dossiers.map((number) => `d/Nummer eq ${number}`).join(' or ')
  const withWord = words.map((word) => `contains(${of}Onderwerp,'${word.replaceAll("'", "''")}')`)
  return `(${[`${of}Kamerstukdossier/any(d:${inDossier})`, ...withWord].join(' or ')})`
}

/** A way on is followed only where it leads to the same list of the same server. */
export function leadsOn(from: string, next: string): boolean {
  if (!URL.canParse(next)) return false
  const [here, there] = [new URL(from), new URL(next)]
  const noAccount = there.username === '' && there.password === ''
  return noAccount && here.origin === there.origin && here.pathname === there.pathname
}
