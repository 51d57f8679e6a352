/**
 * A wave: one time that schools are asked. First its lists, then its sample, then its key; it is open until its last
 * day or until somebody closes it; then the urn is opened, once.
 */
export type WaveState = 'prepared' | 'drawn' | 'open' | 'closed' | 'counted'

/** Longest in characters. */
export const longest = { title: 120, seed: 120 } as const

/** Whether answers are taken on this day (an ISO date): its last day counts. */
export const takesAnswers = (
  wave: { readonly state: WaveState; readonly closesOn: string },
  today: string,
): boolean => wave.state === 'open' && today <= wave.closesOn
