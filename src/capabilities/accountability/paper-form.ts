import { z } from 'zod'
import { readArticle, readReference } from '#capabilities/papers/index.ts'
import type { FormResult, Typed } from '#platform/form.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import type { FoundKind } from './found.ts'
import type { PaperHead } from './keep-paper.ts'
import { isReference } from './reference.ts'

/** The form of which paper it is. Messages are codes. */
const headForm = z.object({
  reference: z
    .string('too-long')
    .default('')
    .transform((text) => text.trim() || undefined)
    .refine((text) => text === undefined || isReference(text), 'reference-strange'),
  kind: z.string('kind-missing').trim().min(1, 'kind-missing').max(60, 'too-long'),
  title: z.string('too-long').trim().max(300, 'too-long').min(1, 'paper-title-missing'),
  dated: z.string(),
})

export const readHeadForm = (typed: Typed): FormResult<PaperHead> =>
  readDatedForm(headForm, typed, { dated: 'needed' })

/** What a name of this kind must look like; a code when it does not. */
export function wrongName(kind: FoundKind, said: string): string | undefined {
  if (said === '') return 'name-missing'
  if (said.length > 300) return 'too-long'
  // A dossier is whatever a paper can lie in.
  if (kind === 'dossier') return readReference(`kst-${said}-1`) ? undefined : 'dossier-strange'
  if (kind === 'reference') return readReference(said) ? undefined : 'reference-strange'
  if (kind === 'law-article') return readArticle(said) ? undefined : 'article-strange'
  return undefined
}
