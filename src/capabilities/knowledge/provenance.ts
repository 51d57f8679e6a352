import { z } from 'zod'
import { BilingualText, Code, Words } from './texts.ts'

/**
 * Where a text comes from: a source says it, we put it together ourselves,
 * or it is general knowledge that nobody has checked.
 */
export const Mark = z.enum(['sourced', 'own', 'general-knowledge'])
export type Mark = z.infer<typeof Mark>

export const SourceKey = z.string().regex(/^[A-Z][A-Z0-9-]*$/)
export type SourceKey = z.infer<typeof SourceKey>

/** Every entry outside the signals carries these two; a signal carries its basis instead. */
export const provenance = { mark: Mark, sources: z.array(SourceKey) }

/** An entry that is referred to by its code and says where it comes from. */
export const sourced = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ id: Code, ...shape, ...provenance })

export const Source = z.strictObject({
  title: Words,
  /** as found: a page, an article number, a parliamentary paper; not always a working link */
  address: Words,
  kind: z.string(),
})
export type Source = z.infer<typeof Source> & { readonly key: SourceKey }

export const SourcesFile = z.strictObject({
  kinds: z.record(z.string(), BilingualText),
  sources: z.record(SourceKey, Source),
})
export type SourcesFile = z.infer<typeof SourcesFile>
