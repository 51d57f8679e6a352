import { Temporal } from 'temporal-polyfill'

export { Temporal }

/** The one place that asks what time it is. Everything else receives an instant. */
export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Now.instant()

/** School terms and legal clocks are counted on Dutch wall clocks. */
export const dutchTimeZone = 'Europe/Amsterdam'
