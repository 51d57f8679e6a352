export { conversationPanel } from './case-panel.ts'
export { loadDemoConversation } from './load-demo-conversation.ts'
export { keepToReadingPage } from './reading-lock.ts'
export { conversationRoutes } from './routes.ts'
