import { join } from 'node:path'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import type { PersonActor } from '#platform/actor.ts'
import { type CountPeriod, type CountSource, undivided } from '#platform/count-source.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { countsHandler } from './counts-handler.ts'
import { countSources } from './definition.ts'
import { drawUpEditions } from './draw-up-editions.ts'
import type { Protect } from './in-protect-thread.ts'
import { openSolver } from './linear-program.ts'
import { loadDefinitions } from './load-definitions.ts'
import { protectTable } from './protect-table.ts'
import { publishCounts } from './publish-counts.ts'
import { publishedFigures } from './published-figures.ts'
import { letMakeNationalFigures } from './received-store.ts'
import { turnPublishingOn } from './turn-publishing.ts'

type Rows = Readonly<Record<string, number>>

const divided: Readonly<Record<string, readonly string[]>> = {
  'signals-by-category': ['MON', 'TEL', 'SCH'],
  'signals-looked-at-in-time': ['in-time', 'not-in-time'],
  placements: ['mentor', 'boxing', 'work', 'other'],
  'arrests-looked-at': ['within-six-hours', 'later'],
  'routes-decided': ['one', 'two'],
}

/** For tests: a ministry that makes national figures, and organisations whose rows are the numbers that a test says. */
export async function aNationalHouse(house: TestHouse) {
  /** organisation and source → numbers of every period, unless a period has its own */
  const rows = new Map<string, Rows>()
  const asked: { kind: string; period: CountPeriod }[] = []
  const sourceOf = (kind: string): CountSource => ({
    kind,
    divisions: (divided[kind] ?? []).map((code) => ({ code, title: { nl: code, en: code } })),
    addsUp: kind !== 'signals-by-category' && kind !== 'routes-decided',
    async count({ actor: { organisationId } }, period) {
      asked.push({ kind, period })
      const own = rows.get(`${organisationId} ${kind} ${period.from}`)
      return new Map(Object.entries(own ?? rows.get(`${organisationId} ${kind}`) ?? {}))
    },
  })
  const sources = countSources.map(sourceOf)
  const folder = join(import.meta.dirname, '../../../knowledge')
  const definitions = loadDefinitions(folder, sources)
  const desk = { keyring: house.keyring, definitions }
  const ministry = await house.anOrganisation('ministry', 'Ministerie van Voorbeelden (verzonnen)')
  await letMakeNationalFigures(house.pool, ministry)
  const channel = aChannel(house, [countsHandler(desk)])
  const solver = await openSolver()
  const here: Protect = async (given) => protectTable(solver, given)
  const at = <T>(organisationId: string, verb: (work: Work) => Promise<T>) =>
    house.inTransaction({ kind: 'system', name: 'figures', organisationId }, 'tell-figures', verb)
  return {
    ...{ desk, ministry, channel, asked, here, at, undivided },
    published: publishedFigures(house.pool, definitions),
    says: (who: PersonActor, kind: string, numbers: Rows, from?: string) =>
      rows.set([who.organisationId, kind, ...(from ? [from] : [])].join(' '), numbers),
    async aSchool(on = true): Promise<PersonActor> {
      const leader = await house.aPerson(await house.anOrganisation(), ['school-leader'])
      if (on) {
        await house.inTransaction(leader, 'tell-figures', (work) =>
          turnPublishingOn(work, ministry),
        )
      }
      return leader
    },
    publish: (...who: readonly PersonActor[]) =>
      Promise.all(
        who.map(({ organisationId }) => at(organisationId, (work) => publishCounts(work, desk))),
      ),
    drawUp: (protect = here) => drawUpEditions((verb) => at(ministry, verb), desk, protect),
  }
}
