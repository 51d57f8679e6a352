export { mayHaveQueue, mayRecord } from './access.ts'
export { loadFirstLook } from './first-look.ts'
export type { Colleague, Recording } from './recording.ts'
export { signalRoutes } from './routes.ts'
