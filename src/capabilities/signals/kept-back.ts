import type { PageParts } from '#design/page/page.ts'
import type { Typed } from '#platform/form.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ReadSignal } from './read-signal.ts'
import { t } from './words.ts'

const written = ['words', 'subject', 'narrative', 'moment', 'heardFrom', 'innocent']

type Failed = { readonly typed: Typed; readonly error: unknown }

/** The signal as it stands now, or nothing for who may not see it. */
async function ifVisible(read: () => Promise<ReadSignal>): Promise<ReadSignal | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** What was typed comes back, beside the signal as it stands now for whoever may still see it. */
export async function keepBack(
  language: Language,
  { typed, error }: Failed,
  read: () => Promise<ReadSignal>,
): Promise<{ page: PageParts; signal: ReadSignal | undefined }> {
  if (!(error instanceof Refusal)) throw error
  const signal = await ifVisible(read)
  const { keptBack, states } = t(language)
  const page = keptBackPage(language, {
    typed,
    written,
    error,
    now: signal && {
      sentence: keptBack.state(signal.reference, states[signal.state]),
      link: { text: keptBack.toSignal, href: link(language, `/signalen/${signal.id}`) },
    },
    otherwise: { text: keptBack.toMine, href: link(language, '/signalen') },
  })
  return { page, signal }
}
