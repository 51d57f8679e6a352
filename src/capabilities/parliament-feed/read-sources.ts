import { isoInstant } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { reader, setter } from './access.ts'
import { type SourceName, sourceNames } from './source.ts'
import { countRows, listApart } from './store-rows.ts'
import {
  findSetting,
  letGo,
  listGaps,
  readStandings,
  type Setting,
  saveSetting,
  saveStanding,
} from './store-standing.ts'
import { type Gap, newStanding, type Standing, startedAgain } from './walk.ts'

export type SourceState = {
  readonly name: SourceName
  readonly standing: Standing | undefined
  /** that stand there now */
  readonly rows: number
}

export type NotedGap = Gap & {
  readonly source: SourceName
  readonly notedAt: string
  readonly closedAt: string | undefined
}

export type Apart = {
  readonly source: SourceName
  readonly about: string
  readonly because: string
  readonly notedAt: string
}

export type SourcesState = {
  readonly isOn: boolean
  readonly sources: readonly SourceState[]
  readonly gaps: readonly NotedGap[]
  readonly apart: readonly Apart[]
}

/** Per source: how far, what was missed, what could not be read. */
export async function readSources(work: Work): Promise<SourcesState> {
  reader(work)
  const setting = await findSetting(work)
  const standings = await readStandings(work)
  const counts = await countRows(work)
  const gaps = await listGaps(work)
  const apart = await listApart(work)
  work.audit({ act: 'open-data.sources' })
  return {
    isOn: setting?.isOn ?? false,
    sources: sourceNames.map((name) => ({
      name,
      standing: standings.get(name),
      rows: counts.get(name) ?? 0,
    })),
    gaps: gaps.map((gap) => ({
      source: gap.source,
      because: gap.because,
      expected: gap.expected ?? undefined,
      seen: gap.seen ?? undefined,
      notedAt: isoInstant(gap.noted_at),
      closedAt: gap.closed_at ? isoInstant(gap.closed_at) : undefined,
    })),
    apart: apart.map(({ noted_at, ...one }) => ({ ...one, notedAt: isoInstant(noted_at) })),
  }
}

/** Asks for everything of a source again, also when something stopped it. */
export async function askAgain(work: Work, name: SourceName): Promise<void> {
  reader(work)
  const setting = await findSetting(work)
  if (!setting?.isOn) refuse('conflict', 'feed-is-off')
  // Whoever asks at this moment would write over what is written here.
  await letGo(work)
  const standing = (await readStandings(work)).get(name) ?? newStanding(work.now)
  await saveStanding(work, name, startedAgain(standing, work.now))
  work.audit({ act: 'open-data.again', details: { source: name } })
}

/** Whether this server goes out for this ministry, for who decides that. */
export async function readSetting(work: Work): Promise<Setting | undefined> {
  setter(work)
  work.audit({ act: 'open-data.setting' })
  return findSetting(work)
}

/** Turns it on or off, from this commit on. */
export async function changeSetting(
  work: Work,
  setting: Pick<Setting, 'isOn' | 'contact'>,
): Promise<void> {
  const { personId } = setter(work)
  await saveSetting(work, personId, setting)
  work.audit({ act: setting.isOn ? 'open-data.on' : 'open-data.off' })
}
