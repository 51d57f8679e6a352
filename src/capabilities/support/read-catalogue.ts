import { type Collection, readCollection } from '#capabilities/knowledge/index.ts'
import { CatalogueEdition } from './catalogue-edition.ts'
import { Intervention } from './intervention.ts'

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type CataloguePacks = Collection<CatalogueEdition, Intervention>

export const readCatalogue = (folder: string): CataloguePacks =>
  readCollection(folder, 'interventions', { edition: CatalogueEdition, each: Intervention })
