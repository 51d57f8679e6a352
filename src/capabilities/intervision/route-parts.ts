import type { Clock } from '#platform/clock.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { SessionCookie } from '#platform/http/session-cookie.ts'
import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import type { IntervisionAssets } from './intervision-assets.ts'
import type { Live } from './live.ts'
import type { View } from './view.ts'

/** What the routes of this capability share. */
export type RouteParts = {
  readonly desk: IntervisionDesk
  readonly live: Live
  readonly cookie: SessionCookie
  readonly clock: Clock
  readonly assets: IntervisionAssets
  /** a page under this capability's place in the menu, with its stylesheet */
  readonly respond: Respond
  readonly act: <T>(c: HouseContext, verb: (work: Work) => Promise<T>) => Promise<T>
  /** the table as this person may see it now */
  readonly view: (c: HouseContext, id: string) => Promise<View>
  readonly go: (c: HouseContext, path: string) => Response
}
