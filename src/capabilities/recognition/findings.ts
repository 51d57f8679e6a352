import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import type { Finding, Telling, TextPiece } from './explore.ts'

/** The words on screen around findings; plain strings, so that a browser gets them as data. */
export type FindingWords = {
  readonly inYourWords: string
  readonly youTicked: string
  readonly tellings: Readonly<Record<Telling, string>>
  readonly whatElse: string
  readonly whatElseHint: string
  readonly readMore: string
  /** another tab, because going back would have forgotten what was typed */
  readonly newTab: string
  readonly nothingTyped: string
  readonly nothingRecognised: string
}

/** Everything the server and the browser must agree on to show the same. */
export type FindingView = {
  readonly words: FindingWords
  /** the beginning of the address of a signal's own page */
  readonly signalPath: string
}

/** Each finding beside the words it came from. The same code writes it on the server and in the browser. */
export function findingList(
  { words, signalPath }: FindingView,
  findings: readonly Finding[],
  typed: boolean,
): Html {
  if (findings.length === 0) {
    return html`<p class="quiet">${typed ? words.nothingRecognised : words.nothingTyped}</p>`
  }
  return html`<ol class="findings">${findings.map((finding) => findingItem(words, signalPath, finding))}</ol>`
}

function findingItem(words: FindingWords, signalPath: string, finding: Finding): Html {
  const { signal, wording, phrases, reason, tellings, innocent } = finding
  const denied = tellings.includes('negated')
  const quoted = phrases.map((phrase) => html`<q>${phrase}</q> `)
  const whatElse = html`<p>${words.whatElseHint}</p>
<ul>${innocent.map((each) => html`<li>${each}</li>`)}</ul>
<p><a href="${signalPath}${signal}" target="_blank" rel="noopener">${words.readMore}<span class="visually-hidden">: ${wording}</span></a> <span class="quiet">(${words.newTab})</span></p>`
  return html`<li class="finding${denied ? ' finding--denied' : ''}">
<p class="finding__words"><span class="finding__from">${phrases.length ? words.inYourWords : words.youTicked}</span> ${quoted}</p>
<div class="finding__meaning"><h3 class="finding__signal">${wording}</h3>
${tellings.map((telling) => html`<p class="finding__telling">${words.tellings[telling]}</p>`)}
${reason ? html`<p class="finding__reason">${reason}</p>` : ''}
${details({ summary: html`${words.whatElse}<span class="visually-hidden">: ${wording}</span>`, content: whatElse })}</div>
</li>`
}

/** The person's own text, unchanged, with what was recognised underlined in it. */
export function markedText(pieces: readonly TextPiece[]): Html {
  return html`${pieces.map(({ text, recognised, denied }) =>
    recognised ? html`<mark${denied ? html` class="denied"` : ''}>${text}</mark>` : text,
  )}`
}
