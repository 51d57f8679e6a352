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
}

const has = (who: Somebody, ...roles: string[]) => who.roles.some((role) => roles.includes(role))

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

export function followsItUp(who: Somebody, row: Row): boolean {
  if (who.organisation !== row.organisation) return false
  if (!followsUpAtAll(who)) return false
  // Passed on to this colleague, or meant for this colleague alone.
  if (row.assigned === who.person) return true
  if (row.readers === 'one-colleague') return row.reader === who.person
  // "Care coordinators only" leaves the safety coordinator out.
  if (row.readers === 'care-coordinators') {
    return has(who, 'care-coordinator', 'municipal-coordinator')
  }
  return has(who, 'care-coordinator', 'municipal-coordinator', 'safety-coordinator')
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
