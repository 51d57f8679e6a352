/**
 * Who may see and do what with a signal, written down a second time from the rules as people say
 * them, without a look at access.ts. The random tests hold the program against this.
 */
export type Somebody = {
  readonly person: string
  readonly organisation: string
  readonly kind: string
  readonly roles: readonly string[]
  /** still works there */
  readonly active: boolean
}

export type Row = {
  readonly id: string
  readonly organisation: string
  readonly reporter: string
  readonly readers: string
  readonly reader: string | null
  readonly assigned: string | null
  readonly state: string
  readonly about: string
  /** the people who work there now, past every policy */
  readonly staff: readonly { readonly person: string; readonly roles: readonly string[] }[]
}

const has = (who: { readonly roles: readonly string[] }, ...roles: string[]) =>
  who.roles.some((role) => roles.includes(role))

/** Schools and municipalities write signals down; police, prosecution and the others do not. */
const placesThatRecord = ['secondary-school', 'vocational-school', 'primary-school', 'municipality']

/** A privacy officer, an administrator or a researcher does not work with pupils. */
export const worksWithPupils = (who: Somebody): boolean =>
  placesThatRecord.includes(who.kind) &&
  has(
    who,
    'teacher',
    'mentor',
    'caretaker',
    'care-coordinator',
    'safety-coordinator',
    'school-leader',
    'municipal-coordinator',
  )

/** Coordinators follow up, and so does the school leader when a signal comes to that leader. */
export const followsUpAtAll = (who: Somebody): boolean =>
  worksWithPupils(who) &&
  has(who, 'care-coordinator', 'safety-coordinator', 'municipal-coordinator', 'school-leader')

/** Whoever wrote it down reads it for as long as they work with pupils there. */
export const wroteIt = (who: Somebody, row: Row): boolean =>
  worksWithPupils(who) && who.organisation === row.organisation && who.person === row.reporter

const cares = (who: { readonly roles: readonly string[] }) =>
  has(who, 'care-coordinator', 'municipal-coordinator')
const coordinates = (who: { readonly roles: readonly string[] }) =>
  cares(who) || has(who, 'safety-coordinator')

/** Nobody is left of those for whom it is meant: somebody has to look all the same. */
export function isWithNobody({ state, staff, reader, assigned, readers }: Row): boolean {
  if (state === 'closed' || state === 'withdrawn') return false
  return !staff.some(
    (one) =>
      ([reader, assigned].includes(one.person) &&
        (coordinates(one) || has(one, 'school-leader'))) ||
      (readers === 'care-coordinators' && cares(one)) ||
      (readers === 'coordinators' && coordinates(one)),
  )
}

export function followsItUp(who: Somebody, row: Row): boolean {
  if (who.organisation !== row.organisation) return false
  if (!followsUpAtAll(who)) return false
  // Passed on to this colleague, or meant for this colleague alone.
  if (row.assigned === who.person) return true
  if (row.reader === who.person) return true
  // Care coordinators first; only without them the safety coordinator.
  if (isWithNobody(row)) return row.staff.some(cares) ? cares(who) : coordinates(who)
  if (row.readers === 'one-colleague') return false
  // "Care coordinators only" leaves the safety coordinator out.
  return row.readers === 'care-coordinators' ? cares(who) : coordinates(who)
}

export const seesIt = (who: Somebody, row: Row): boolean =>
  wroteIt(who, row) || followsItUp(who, row)

/** `hidden` looks like a signal that does not exist; `refused` is told to who sees the signal. */
export type Verdict = 'sign-in' | 'no-business-here' | 'hidden' | 'refused' | 'allowed'

const byReporter = ['answer', 'add', 'withdraw']
const byFollower = ['take-up', 'ask', 'pass', 'close', 'combine', 'separate']
export const acts = [...byReporter, ...byFollower]
export const pages = ['read', 'receipt', 'page-of-an-act']

export function verdict(who: Somebody, act: string, row: Row): Verdict {
  if (!who.active) return 'sign-in'
  if (!worksWithPupils(who)) return 'no-business-here'
  if (!seesIt(who, row)) return 'hidden'
  if (act === 'receipt') return wroteIt(who, row) ? 'allowed' : 'hidden'
  if (pages.includes(act)) return 'allowed'
  const theirs = byReporter.includes(act) ? wroteIt(who, row) : followsItUp(who, row)
  return theirs ? 'allowed' : 'refused'
}
