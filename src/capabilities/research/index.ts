export { checkSurveys } from './check-surveys.ts'
export {
  type Draw,
  drawFromLists,
  type GivenFile,
  sampleLines,
  strataLines,
} from './draw-from-lists.ts'
export { type StrataBy, strataBy } from './frame.ts'
export { loadSurveys } from './load-surveys.ts'
export { researchNavigation } from './navigation.ts'
export { openResearch, type Research } from './open-research.ts'
export { nameOf, schoolKinds } from './questionnaire.ts'
export { readResponses, readStrata } from './read-wave.ts'
export { type Results, resultsOf } from './results.ts'
export { resultsLines } from './results-lines.ts'
export { unlogged as unloggedAnswers } from './routes-answering.ts'
export { listUploads } from './routes-waves.ts'
