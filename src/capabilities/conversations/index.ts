export { conversationPanel } from './case-panel.ts'
export { keepToReadingPage } from './reading-lock.ts'
export { conversationRoutes } from './routes.ts'
