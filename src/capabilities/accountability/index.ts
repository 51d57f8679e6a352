export { checkParliament } from './check-parliament.ts'
export { loadParliament } from './load-parliament.ts'
export { parliamentRoutes } from './routes.ts'
