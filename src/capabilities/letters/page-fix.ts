import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { type Language, link } from '#platform/language.ts'
import { faultsOfLetter, type HeldBack } from './check-text.ts'
import { calledFigures, toldAs } from './letter-document.ts'
import { figureMark } from './letter-text.ts'
import { paths, publicPaths } from './paths.ts'
import type { WholeLetter } from './read-letter.ts'
import { notApproved, type Round } from './read-round.ts'
import { isAskedStill } from './round.ts'
import { t } from './words.ts'

/** What fixing does, what still stands in its way, and the button when nothing does. */
export function fixContent(language: Language, letter: WholeLetter): Html {
  const { fix: words } = t(language)
  const { row, content, round, figures } = letter
  const asked = round.parties.filter(({ state }) => isAskedStill(state))
  const called = calledFigures(content)
  const secret = called.filter((number) => figures.get(number)?.value === undefined)
  const empty = content.blocks.filter(({ text }) => text.trim() === '')
  const isKnown = (paper: string) => letter.papers.has(paper) || content.vouched.includes(paper)
  const inTheWay = [
    ...notApproved(round, content).map((party) => waitsFor(language, row.id, party)),
    ...secret.map((number) => words.secret(figureMark(number))),
    ...(empty.length === content.blocks.length ? [startWriting(language, letter)] : []),
    ...faultsOfLetter(content, letter.actions, isKnown).map((fault) =>
      heldBack(language, letter, fault),
    ),
  ]
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ul>
<li>${asked.length === 0 ? words.nobodyAsked : words.asked(asked.map(({ name }) => name))}</li>
<li>${words.names}</li>
<li>${called.length === 0 ? words.noFigures : words.figures}</li>
${called.map((number) => {
  const figure = figures.get(number)
  return html`<li><code>${figureMark(number)}</code> ${figure ? `${figure.title[language]}, ${figure.ref.period}: ${toldAs(figure)}` : ''}</li>\n`
})}
${empty.length > 0 && empty.length < content.blocks.length ? html`<li>${words.emptyPieces(empty.length)}</li>` : ''}
</ul>
${
  inTheWay.length > 0
    ? html`<h2>${words.inTheWay}</h2>
<ul>${inTheWay.map((one) => html`<li>${one}</li>\n`)}</ul>`
    : form({
        action: link(language, paths.fix(row.id)),
        content: html`<input type="hidden" name="read" value="${row.version}">
${button({ text: words.fix })}`,
      })
}`
}

function correcting(language: Language, { row, correction }: WholeLetter): Html {
  const { fix: words, states } = t(language)
  return html`<h3>${words.correctHeading}</h3>
${
  correction
    ? html`<p>${words.correction} <a href="${link(language, paths.one(correction.id))}">${correction.title}</a> (${states[correction.state]})</p>`
    : html`<p>${words.correctLead}</p>
${form({ action: link(language, paths.correct(row.id)), content: button({ text: words.correct, look: 'secondary' }) })}`
}`
}

/** Before a draft is put away: what becomes of it. */
export function putAwayContent(language: Language, { row }: WholeLetter): Html {
  const { away: words } = t(language)
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form({ action: link(language, paths.putAway(row.id)), content: button({ text: words.putAway, look: 'danger' }) })}
<p><a href="${link(language, paths.one(row.id))}">${words.keep}</a></p>`
}

/** A ministry that did not approve this text: what it did say, and the way to ask it again or no more. */
function waitsFor(language: Language, letterId: string, { name, state }: Round['parties'][number]) {
  const { fix: words, round } = t(language)
  // Approved as it stands, yet of another text: the change is so recent that nothing voided it.
  const said = round.states[state === 'approved' ? 'voided' : state]
  return html`${words.notApproved(name, said)} <a href="${link(language, paths.round(letterId))}">${words.sendAgain}</a>`
}

function startWriting(language: Language, { row, content }: WholeLetter): Html {
  const { fix: words } = t(language)
  const [first] = content.blocks
  const to = first ? paths.block(row.id, first.id) : paths.addBlock(row.id)
  return html`${words.nothing} <a href="${link(language, to)}">${words.write}</a>`
}

/** What a text holds that it may not, with the way to where it is mended. */
function heldBack(language: Language, { row, content }: WholeLetter, fault: HeldBack): Html {
  const { fix: words, faults, letter, frame } = t(language)
  const block = content.blocks.find(({ id }) => id === fault.blockId)
  const name = block ? block.heading || letter.untitled : frame.title
  const href = link(language, block ? paths.block(row.id, block.id) : paths.frame(row.id))
  return html`<a href="${href}">${words.inText(name)}</a> ${faults[fault.code](fault.words)}`
}

/** A fixed letter: publishing it, or where it is published, correcting it and taking it back. */
export function fixedPanel(language: Language, letter: WholeLetter): Html {
  const { row } = letter
  const { fix: words, away } = t(language)
  if (row.state === 'draft') {
    return html`<h2>${words.heading}</h2>
<p><a href="${link(language, paths.fix(row.id))}">${words.toFix}</a></p>
<h2>${away.heading}</h2>
<p><a href="${link(language, paths.putAway(row.id))}">${away.toPutAway}</a></p>`
  }
  if (row.state === 'published') {
    const action = link(language, paths.takeBack(row.id))
    return html`<h2>${words.publishHeading}</h2>
<p><a href="${link(language, publicPaths.one(row.id))}">${words.toPublic}</a></p>
${correcting(language, letter)}
<p>${words.takeBackLead}</p>
${form({ action, content: button({ text: words.takeBack, look: 'danger' }) })}`
  }
  return html`<h2>${words.publishHeading}</h2>
<p>${words.publishLead}</p>
${form({ action: link(language, paths.publish(row.id)), content: button({ text: words.publish }) })}`
}
