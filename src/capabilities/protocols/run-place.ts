import type { Home } from './store-runs.ts'

/** Where a run is on screen; identifiers only. */
export const homePath = (home: Home): string =>
  home === 'drill' ? '/protocol/oefening' : `/casussen/${home.caseId}/protocol`

export const runPath = (home: Home, run: string): string => `${homePath(home)}/${run}`

export const stepPath = (home: Home, run: string, step: string): string =>
  `${runPath(home, run)}/stap/${step}`

export const immediatePath = (home: Home, run: string): string => `${runPath(home, run)}/direct`
