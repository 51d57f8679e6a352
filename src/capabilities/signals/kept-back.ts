import { alert } from '#design/alert/alert.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { story } from '#design/story/story.ts'
import { listOf, type Typed } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ReadSignal } from './read-signal.ts'
import { t } from './words.ts'

/** Fields in which people write; the others are a choice, made again in a second. */
const written = ['words', 'subject', 'narrative', 'moment', 'heardFrom', 'innocent']

const wordsIn = (typed: Typed): readonly string[] =>
  written.flatMap((name) => listOf(typed, name)).filter((text) => text.trim() !== '')

type KeptBack = {
  readonly typed: Typed
  readonly error: unknown
}

/** The signal as it stands now, or nothing for who may not see it. */
async function ifVisible(read: () => Promise<ReadSignal>): Promise<ReadSignal | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const statuses = { conflict: 409, 'not-found': 404, 'not-allowed': 403 } as const

/**
 * An act that is not possible any more, because somebody was first or the signal is with somebody
 * else: what was typed comes back with the way to go on, and the signal as it stands now for whoever
 * may still see it. Whatever else went wrong is thrown again, and so is what the page of the house
 * says as well.
 */
export async function keepBack(
  language: Language,
  { typed, error }: KeptBack,
  read: () => Promise<ReadSignal>,
): Promise<{ page: KeptBackPage; signal: ReadSignal | undefined }> {
  if (!(error instanceof Refusal)) throw error
  const { kind } = error
  if (kind !== 'conflict' && kind !== 'not-found' && kind !== 'not-allowed') throw error
  const texts = wordsIn(typed)
  const signal = await ifVisible(read)
  if (texts.length === 0 && !signal) throw error
  return { page: pageOf(language, kind, texts, signal), signal }
}

type KeptBackPage = PageParts & { readonly status: (typeof statuses)[keyof typeof statuses] }

function pageOf(
  language: Language,
  kind: keyof typeof statuses,
  texts: readonly string[],
  signal: ReadSignal | undefined,
): KeptBackPage {
  const words = t(language)
  const { titles, notSent, state, back, toSignal, toMine } = words.keptBack
  const title = titles[kind]
  return {
    title,
    status: statuses[kind],
    content: html`<h1>${title}</h1>
${alert(language, {
  kind: 'info',
  content: html`<p>${words.keptBack.texts[kind]} ${signal ? state(signal.reference, words.states[signal.state]) : ''}</p>
<p>${
    signal
      ? html`<a href="${link(language, `/signalen/${signal.id}`)}">${toSignal}</a>`
      : html`<a href="${link(language, '/signalen')}">${toMine}</a>`
  }</p>`,
})}
${texts.length > 0 ? html`<h2>${notSent}</h2>\n<p>${back}</p>` : ''}
${texts.map((text) => html`<div class="panel">${story(text)}</div>\n`)}`,
  }
}
