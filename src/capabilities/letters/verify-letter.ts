import type { Language } from '#platform/language.ts'
import { UnreadablePdf } from '#platform/pdf/read-pdf-text.ts'
import { UnreadableZip } from '#platform/read-zip.ts'
import { formatOf, readFileText } from './read-file-text.ts'
import { type Fault, faultsOfFile, readEvidence } from './verify-evidence.ts'
import { t } from './words.ts'

export type GivenFile = { readonly name: string; readonly bytes: Buffer }

export type LetterReport = {
  /** everything that was asked is as it was published */
  readonly ok: boolean
  /** what was checked and what is wrong, in plain words */
  readonly sentences: readonly string[]
}

/** Holds the files of a letter against its evidence, which is one of them. */
export async function verifyLetter(
  files: readonly GivenFile[],
  language: Language,
): Promise<LetterReport> {
  const { verify: words } = t(language)
  const proofs = files.filter(({ name }) => formatOf(name) === 'json')
  const [proof] = proofs
  if (!proof || proofs.length > 1) return { ok: false, sentences: [words.oneEvidence] }
  const read = readEvidence(proof.bytes)
  const faults: Fault[] = [...read.faults]
  const good: string[] = []
  if (read.ok) {
    const { letter } = read.evidence
    if (faults.length === 0) good.push(words.evidence(proof.name, letter.figures.length))
    for (const file of files) {
      if (file === proof) continue
      const found = await faultsOf(read.evidence, file)
      faults.push(...found)
      if (found.length === 0) good.push(words.file(file.name))
    }
  }
  const wrong = faults.map(({ code, about }) => words.faults[code](about))
  return { ok: wrong.length === 0, sentences: [...good, ...wrong] }
}

type Evidence = Parameters<typeof faultsOfFile>[0]

async function faultsOf(evidence: Evidence, { name, bytes }: GivenFile): Promise<readonly Fault[]> {
  const format = formatOf(name)
  if (!format || format === 'json') return [{ code: 'file-unknown', about: name }]
  try {
    const text = await readFileText(format, bytes)
    return faultsOfFile(evidence, format, { name, bytes, text })
  } catch (error) {
    const isBroken =
      error instanceof UnreadableZip ||
      error instanceof UnreadablePdf ||
      (error as Error).name === 'Error'
    if (!isBroken) throw error
    return [{ code: 'unreadable', about: name }]
  }
}
