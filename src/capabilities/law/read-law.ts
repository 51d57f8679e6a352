import {
  type Pack,
  type Problem,
  readPack,
  SourcesFile,
  yamlFiles,
} from '#capabilities/knowledge/index.ts'
import { ClocksFile } from './clock-pack.ts'
import { LawEdition } from './law-edition.ts'
import { RulesFile } from './legal-rule.ts'
import { RoutesFile } from './route-pack.ts'
import { SepotFile } from './sepot-pack.ts'
import { SharingFile } from './sharing-pack.ts'
import { TellingFile } from './telling-pack.ts'

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type LawPacks = {
  readonly sources: Pack<SourcesFile> | undefined
  readonly edition: Pack<LawEdition> | undefined
  readonly rules: readonly Pack<RulesFile>[]
  /** false when a file of rules could not be read: then no rule can be said to be missing */
  readonly allRulesRead: boolean
  readonly sepot: Pack<SepotFile> | undefined
  readonly routes: Pack<RoutesFile> | undefined
  readonly sharing: Pack<SharingFile> | undefined
  readonly clocks: Pack<ClocksFile> | undefined
  readonly telling: Pack<TellingFile> | undefined
  readonly problems: readonly Problem[]
}

const part = 'law'

/** Reads knowledge/law. A pack beside the rules is read here, checked in check-law.ts and served by load-law.ts. */
export function readLaw(folder: string): LawPacks {
  const problems: Problem[] = []
  const ruleFiles = yamlFiles(folder, `${part}/rules`)
  const rules = ruleFiles
    .map((name) => readPack(folder, `${part}/rules/${name}`, RulesFile, problems))
    .filter((pack) => pack !== undefined)
  return {
    // What is wrong in the list of sources is told by the knowledge that owns it.
    sources: readPack(folder, 'sources.yaml', SourcesFile, []),
    edition: readPack(folder, `${part}/edition.yaml`, LawEdition, problems),
    rules,
    allRulesRead: rules.length === ruleFiles.length,
    sepot: readPack(folder, `${part}/sepot.yaml`, SepotFile, problems),
    routes: readPack(folder, `${part}/routes.yaml`, RoutesFile, problems),
    sharing: readPack(folder, `${part}/sharing.yaml`, SharingFile, problems),
    clocks: readPack(folder, `${part}/clocks.yaml`, ClocksFile, problems),
    telling: readPack(folder, `${part}/telling.yaml`, TellingFile, problems),
    problems,
  }
}
