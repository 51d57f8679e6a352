export { checkStories } from './check-stories.ts'
