import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import {
  ageBands,
  compareYear,
  type Decided,
  type Kind,
  noForm,
  type YearCompared,
} from './comparing.ts'
import type { DossierDesk } from './desk.ts'
import { laws } from './dossier-words.ts'
import { prosecutor } from './find-dossier.ts'
import { followings } from './signing.ts'
import { listOutcomesBetween } from './store-compare.ts'

/** How many years that are over are shown. */
const yearsShown = 3

type Desk = Pick<DossierDesk, 'forms' | 'routes' | 'worksheet'>

/**
 * Decisions of this office side by side by one thing, for whoever takes them, the newest year first. Who is outside
 * the circle of a dossier must not learn that it exists (decisions 153 and 196): only numbers that are safe to tell,
 * of years that are over. A year of which nothing can be told is left out.
 */
export async function compareDecisions(
  work: Work,
  desk: Desk,
  { kind }: { readonly kind: Kind },
): Promise<readonly YearCompared[]> {
  prosecutor(work)
  const thisYear = Number(dutchDay(work.now).slice(0, 4))
  const decided = await decidedBetween(work, thisYear - yearsShown, thisYear)
  const routes = desk.routes.routes.filter((route) => route.kind !== 'bill').map(({ id }) => id)
  const values = valuesFor(desk, decided, routes)[kind]
  const years = Array.from({ length: yearsShown }, (_, back) => thisYear - back - 1)
    .map((year) => {
      const ofYear = decided.filter(({ on }) => on.startsWith(`${year}-`))
      return compareYear(year, kind, ofYear, { values, routes })
    })
    .filter((year) => year.quarters.length + year.routes.length > 0)
  work.audit({ act: 'dossier.compare', details: { kind, count: years.length } })
  return years
}

/** Everything that could be, also what never was: only of offences the office itself says which there are. */
const valuesFor = (
  { forms, worksheet }: Desk,
  decided: readonly Decided[],
  routes: readonly string[],
): Readonly<Record<Kind, readonly string[]>> => ({
  route: routes,
  offence: [...new Set(decided.flatMap(({ offences }) => offences))].sort(byLawAndNumber),
  form: [...forms.map(({ id }) => id), noForm],
  age: ageBands,
  assessment: followings,
  looked: worksheet.elements.map(({ id }) => id),
})

function byLawAndNumber(one: string, other: string): number {
  const place = (code: string) => laws.findIndex((law) => code.startsWith(`${law} `))
  return place(one) - place(other) || one.localeCompare(other, 'nl', { numeric: true })
}

/** The decisions of these years, the oldest first, each with its outcomes together. */
async function decidedBetween(
  work: Work,
  from: number,
  before: number,
): Promise<readonly Decided[]> {
  const rows = await listOutcomesBetween(work, { from: `${from}-01-01`, before: `${before}-01-01` })
  const byDecision = Map.groupBy(rows, ({ id }) => id)
  return [...byDecision.values()].flatMap((outcomes) => {
    const [first] = outcomes
    if (!first) return []
    return {
      dossierId: first.dossier_id,
      on: first.decided_on,
      following: first.following,
      forms: first.forms,
      ageBand: first.age_band,
      routes: outcomes.map(({ route }) => route),
      // Of another law only the words tell which one it is: nothing to lay side by side.
      offences: outcomes
        .filter(({ law }) => law !== 'other')
        .map(({ law, article }) => `${law} ${article}`),
      lookedAt: outcomes.flatMap(({ looked_at }) => looked_at),
    }
  })
}
