import { alert } from '#design/alert/alert.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { story } from '#design/story/story.ts'
import { listOf, type Typed } from '#platform/form.ts'
import { words } from '#platform/http/words.ts'
import type { Language } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'

const statuses = { conflict: 409, 'not-found': 404, 'not-allowed': 403 } as const
type Kind = keyof typeof statuses

type Link = { readonly text: string; readonly href: string }

type KeptBack = {
  readonly typed: Typed
  /** the fields in which people write; any other is a choice, made again in a second */
  readonly written: readonly string[]
  readonly error: unknown
  /** how the thing stands now, for whoever may still see it */
  readonly now:
    | {
        readonly sentence: string
        readonly link: Link
        /** what happened, where that is known; else the page says what may have */
        readonly happened?: string | undefined
      }
    | undefined
  /** where to go when it is not to be seen any more */
  readonly otherwise: Link
}

/**
 * An act that is not possible any more, because somebody was first or access ended: what was typed comes
 * back with the way to go on. Whatever else went wrong is thrown again, and so is what the page of the
 * house says as well.
 */
export function keptBackPage(
  language: Language,
  { typed, written, error, now, otherwise }: KeptBack,
): PageParts & { readonly status: (typeof statuses)[Kind] } {
  const kind = kindOf(error)
  const texts = written.flatMap((name) => listOf(typed, name)).filter((text) => text.trim() !== '')
  if (!kind || (texts.length === 0 && !now)) throw error
  const { titles, texts: explained, notSent, back } = words(language).keptBack
  const { text, href } = now?.link ?? otherwise
  return {
    title: titles[kind],
    status: statuses[kind],
    content: html`<h1>${titles[kind]}</h1>
${alert(language, {
  kind: 'info',
  content: html`<p>${now?.happened ?? explained[kind]} ${now?.sentence ?? ''}</p>
<p><a href="${href}">${text}</a></p>`,
})}
${texts.length > 0 ? html`<h2>${notSent}</h2>\n<p>${back}</p>` : ''}
${texts.map((each) => html`<div class="panel">${story(each)}</div>\n`)}`,
  }
}

type Now = NonNullable<KeptBack['now']> & Pick<PageParts, 'breadcrumbs'>

type Keeping = Pick<KeptBack, 'typed' | 'written' | 'otherwise'> & {
  /** how the thing stands now; refuses who may not see it any more */
  readonly look: (refused: Refusal) => Promise<Now | undefined>
  readonly show: (page: ReturnType<typeof keptBackPage>) => Response | Promise<Response>
}

/** Whatever refuses on the way to the answer brings back what was typed. */
export async function keepingTyped(
  language: Language,
  { look, show, ...kept }: Keeping,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const now = await look(error).catch((also: unknown) => {
      if (also instanceof Refusal) return undefined
      throw also
    })
    const page = keptBackPage(language, { ...kept, error, now })
    return show(now?.breadcrumbs ? { ...page, breadcrumbs: now.breadcrumbs } : page)
  }
}

const kindOf = (error: unknown): Kind | undefined =>
  error instanceof Refusal && error.kind in statuses ? (error.kind as Kind) : undefined
