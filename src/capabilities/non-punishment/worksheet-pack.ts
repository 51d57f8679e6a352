import { z } from 'zod'
import {
  BilingualText,
  Code,
  doubles,
  Edition,
  formatProblems,
  type Pack,
  type Problem,
  readPack,
  SourcesFile,
  sourced,
  unknownSources,
} from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'

const Element = sourced({
  title: BilingualText,
  question: BilingualText,
  /** what could speak against it, to look for */
  against: BilingualText,
  /** false: it is written down when it is known, and never missed */
  needed: z.boolean(),
  /** each statement has a time of its own */
  overTime: z.boolean(),
  /** the answer can differ from one offence of the dossier to another */
  aboutOffence: z.boolean(),
  /** ids of knowledge/law/rules */
  rules: z.array(Code).min(1),
})
export type SheetElement = z.infer<typeof Element>

/** knowledge/non-punishment/worksheet.yaml */
const WorksheetFile = z.strictObject({ edition: Edition, elements: z.array(Element).min(1) })
export type WorksheetFile = z.infer<typeof WorksheetFile>

const Notice = sourced({
  name: BilingualText,
  limits: BilingualText,
  text: BilingualText,
  /** the end of the text when something in the decision is a sepot: what can be done about that */
  whenSepot: BilingualText.optional(),
})

/** knowledge/non-punishment/notices.yaml */
const NoticesFile = z.strictObject({ edition: Edition, notices: z.array(Notice).min(1) })
export type NoticesFile = z.infer<typeof NoticesFile>

type Packs = {
  readonly worksheet: Pack<WorksheetFile> | undefined
  readonly notices: Pack<NoticesFile> | undefined
  readonly problems: readonly Problem[]
}

function readPacks(folder: string): Packs {
  const problems: Problem[] = []
  const worksheet = readPack(folder, 'non-punishment/worksheet.yaml', WorksheetFile, problems)
  const notices = readPack(folder, 'non-punishment/notices.yaml', NoticesFile, problems)
  // What is wrong in the list of sources is told by the knowledge that owns it.
  const known = readPack(folder, 'sources.yaml', SourcesFile, [])?.content.sources
  const lists = [
    { pack: worksheet, name: 'elements', entries: worksheet?.content.elements ?? [] },
    { pack: notices, name: 'notices', entries: notices?.content.notices ?? [] },
  ]
  for (const { pack, name, entries } of lists) {
    if (!pack) continue
    const { yaml } = pack
    problems.push(
      ...doubles(entries.map(({ id }, nth) => ({ yaml, path: [name, nth, 'id'], id }))),
      ...entries.flatMap(({ sources }, nth) =>
        unknownSources(yaml, [name, nth, 'sources'], sources, known),
      ),
    )
  }
  return { worksheet, notices, problems }
}

/** Everything that is wrong in what the prosecutor works with; empty when all is well. */
export const checkWorksheet = (folder: string): readonly Problem[] => readPacks(folder).problems

/** Throws with every problem, one per line: half a worksheet is not served. */
export const loadWorksheet = readOnce(readWorksheet)

function readWorksheet(folder: string): { worksheet: WorksheetFile; notices: NoticesFile } {
  const { worksheet, notices, problems } = readPacks(folder)
  if (problems.length > 0 || !worksheet || !notices) {
    throw new Error(`The worksheet in ${folder} is not right:\n${formatProblems([...problems])}`)
  }
  return { worksheet: worksheet.content, notices: notices.content }
}
