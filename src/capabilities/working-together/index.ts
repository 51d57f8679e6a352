export { togetherNavigation } from './navigation.ts'
export { togetherRoutes } from './routes.ts'
