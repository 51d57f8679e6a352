import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { ConversationFile } from './conversation-pack.ts'
import { explainIssue } from './explain-issue.ts'
import { AdviceFile, LinesFile } from './help.ts'
import { MapFile, type Method, MethodFile } from './method-pack.ts'
import type { Problem } from './problem.ts'
import { SourcesFile } from './provenance.ts'
import { GuidanceFile, SignalsFile, VocabularyFile } from './signal-pack.ts'
import { TermsFile } from './term.ts'
import { parseYamlFile, type YamlFile } from './yaml-file.ts'

/** A file whose shape is right. */
export type Pack<T> = { readonly yaml: YamlFile; readonly content: T }

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type Packs = {
  readonly sources: Pack<SourcesFile> | undefined
  readonly guidance: Pack<GuidanceFile> | undefined
  readonly vocabulary: Pack<VocabularyFile> | undefined
  readonly signals: readonly Pack<SignalsFile>[]
  /** false when a file of signals could not be read: then nothing can be said to be missing */
  readonly allSignalsRead: boolean
  readonly lines: Pack<LinesFile> | undefined
  readonly advice: Pack<AdviceFile> | undefined
  readonly terms: Pack<TermsFile> | undefined
  readonly conversation: Pack<ConversationFile> | undefined
  /** of intervision; in the order of their names */
  readonly methods: readonly Pack<Method>[]
  readonly map: Pack<MapFile> | undefined
  readonly problems: readonly Problem[]
}

const inFolder = {
  signals: ['edition.yaml', 'vocabulary.yaml'],
  lines: ['lines.yaml', 'what-to-do.yaml'],
  terms: ['terms.yaml'],
  conversations: ['conversation.yaml'],
} as const

/** Reads the files of one knowledge folder and checks the shape of each. */
export function readPacks(folder: string): Packs {
  const problems: Problem[] = []
  const read = <T>(file: string, schema: z.ZodType<T>): Pack<T> | undefined =>
    readPack(folder, file, schema, problems)

  const signalFiles = yamlFiles(folder, 'signals').filter(
    (name) => !inFolder.signals.some((known) => known === name),
  )
  for (const part of ['lines', 'terms', 'conversations'] as const) {
    for (const name of yamlFiles(folder, part)) {
      if (!inFolder[part].some((known) => known === name)) problems.push(unread(`${part}/${name}`))
    }
  }
  const methodFiles = yamlFiles(folder, 'methods')
  const signals = signalFiles
    .map((name) => read(`signals/${name}`, SignalsFile))
    .filter((pack) => pack !== undefined)
  return {
    sources: read('sources.yaml', SourcesFile),
    guidance: read('signals/edition.yaml', GuidanceFile),
    vocabulary: read('signals/vocabulary.yaml', VocabularyFile),
    signals,
    allSignalsRead: signals.length === signalFiles.length,
    lines: read('lines/lines.yaml', LinesFile),
    advice: read('lines/what-to-do.yaml', AdviceFile),
    terms: read('terms/terms.yaml', TermsFile),
    conversation: read('conversations/conversation.yaml', ConversationFile),
    methods: methodFiles
      .filter((name) => name !== 'map.yaml')
      .map((name) => read(`methods/${name}`, MethodFile))
      .filter((pack) => pack !== undefined),
    map: methodFiles.includes('map.yaml') ? read('methods/map.yaml', MapFile) : undefined,
    problems,
  }
}

/** Reads one file and checks its shape; every problem is added to `problems`. */
export function readPack<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): Pack<T> | undefined {
  let text: string
  try {
    text = readFileSync(join(folder, file), 'utf8')
  } catch {
    problems.push(wholeFile(file, 'this file cannot be read', 'Put it back, or allow reading it'))
    return undefined
  }
  const yaml = parseYamlFile(file, text)
  problems.push(...yaml.syntaxProblems)
  if (yaml.syntaxProblems.length > 0) return undefined
  const result = schema.safeParse(yaml.value)
  if (result.success) return { yaml, content: result.data }
  problems.push(...result.error.issues.flatMap((issue) => explainIssue(yaml, issue)))
  return undefined
}

/** A part of the folder that holds one thing a file, and in edition.yaml what is told beside all of them. */
export type Collection<Edition, One> = {
  readonly sources: Pack<SourcesFile> | undefined
  readonly edition: Pack<Edition> | undefined
  /** in the order of their files */
  readonly each: readonly Pack<One>[]
  readonly problems: readonly Problem[]
}

export function readCollection<Edition, One>(
  folder: string,
  part: string,
  shapes: { readonly edition: z.ZodType<Edition>; readonly each: z.ZodType<One> },
): Collection<Edition, One> {
  const problems: Problem[] = []
  const each = yamlFiles(folder, part)
    .filter((name) => name !== 'edition.yaml')
    .map((name) => readPack(folder, `${part}/${name}`, shapes.each, problems))
    .filter((pack) => pack !== undefined)
  const edition = readPack(folder, `${part}/edition.yaml`, shapes.edition, problems)
  // What is wrong in the list of sources is told by the knowledge that owns it.
  const sources = readPack(folder, 'sources.yaml', SourcesFile, [])
  return { sources, edition, each, problems }
}

/** The YAML files of one part of the folder, by name. */
export function yamlFiles(folder: string, part: string): string[] {
  try {
    return readdirSync(join(folder, part))
      .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
      .sort()
  } catch {
    return []
  }
}

const unread = (file: string): Problem =>
  wholeFile(file, 'nothing reads this file', 'Move its content, or remove it')

const wholeFile = (file: string, wrong: string, mend: string): Problem => ({
  file,
  line: 1,
  column: 1,
  field: '(whole file)',
  wrong,
  mend,
})
