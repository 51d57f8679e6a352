import {
  type CaseDesk,
  findCase,
  findEntryFrom,
  listOwnCases,
  markRecalled,
  mayHaveCases,
  writeEntry,
} from '#capabilities/cases/index.ts'
import { idUnder } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Intake, ReceivedItem } from './shareable-fact.ts'
import { t } from './words.ts'

/** Received facts into a case: an entry with where it came from and what it was there, written by who takes it. */
export const caseIntake = (desk: CaseDesk): Intake => ({
  kind: 'case',
  path: (id) => `/casussen/${id}`,
  async maySee(work, fileId) {
    try {
      return Boolean(await findCase(work, fileId))
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  },
  async listFiles(work, language) {
    if (!mayHaveCases(work.actor)) return []
    const cases = await listOwnCases(work, desk)
    return cases.map(({ id, code, name }) => ({
      id,
      title: `${t(language).files.case(code)}, ${name}`,
    }))
  },
  async take(work, fileId, item, language) {
    const { fact, from } = item
    const words = t(language).taken
    await writeEntry(
      work,
      desk,
      fileId,
      {
        kind: 'fact',
        origin: 'hearsay',
        text: textOf(item, words.kinds[fact.kind], words.beside),
        source: words.source(from.name, fact.source),
        moment: fact.moment ?? '',
        received: { ...fact.origin, as: fact.kind },
        ...(fact.on ? { happenedOn: fact.on } : {}),
        from: { capability: 'sharing', id: item.id },
      },
      idUnder(fileId, item.id),
    )
    return { path: `/casussen/${fileId}` }
  },
  refOf: (work, fileId, itemId) =>
    findEntryFrom(work, fileId, { capability: 'sharing', id: itemId }),
  recalled: (work, fileId, itemId) =>
    markRecalled(work, fileId, { capability: 'sharing', id: itemId }),
})

/** An interpretation of somebody else is not a fact here: its kind and what speaks against stand with it. */
function textOf({ fact }: ReceivedItem, kind: string, beside: string): string {
  const head =
    fact.kind === 'fact' || fact.kind === 'identity' ? fact.text : `${kind}: ${fact.text}`
  const against = fact.beside ?? []
  return against.length === 0 ? head : `${head}\n${beside} ${against.join('; ')}`
}
