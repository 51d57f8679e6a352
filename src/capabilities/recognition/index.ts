export { type Saying, sayingOf } from './explore.ts'
export { addRecognitionAssets, type ExploreAssets } from './explore-assets.ts'
export { loadLexicon } from './lexicon-file.ts'
export {
  type Hit,
  type Lexicon,
  prepareLexicon,
  type Recogniser,
  type Recognition,
  recognise,
} from './recognise.ts'
export { recogniseLines } from './recognise-lines.ts'
export { recognitionRoutes } from './routes.ts'
