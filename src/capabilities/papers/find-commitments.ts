import type { Extract } from './extract.ts'
import { findDeadlines } from './find-deadlines.ts'
import type { Commitment, CommitmentKind, Reference } from './paper.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

const parliament = String.raw`(?:uw|de|beide|Uw|De|Beide)\s+(?:Tweede\s+|Eerste\s+)?Kamers?|\bTK\b|\bu\b`
const informed = `(?:ge[ïi]nformeerd|gedeeld|toegezonden|toegestuurd|gestuurd|verstuurd|verzonden|gezonden|aangeboden|bericht|gerapporteerd|op de hoogte (?:gesteld|gebracht|gehouden))`
/** What comes along with the paper is told now, not promised. */
const withThis =
  /\b(?:hierbij|bij deze|bijgaand|bijgevoegd|gelijktijdig|hierna|hieronder|onderstaand|in deze brief|met deze brief|in de bijlage)\b/i
const thisPaper =
  /\b(?:met|door middel van|in|bij) deze(?: brief| beantwoording)?\b|\bhierbij\b|\bhiermee\b|\bbijgaand/i

const person = `(?:ik|wij|we|het kabinet|de regering)`
const will = `(?:zal|zullen)`
const rules: readonly {
  readonly kind: CommitmentKind
  readonly when: (text: string) => boolean
  readonly sure?: boolean
}[] = [
  {
    kind: 'discharged',
    when: (text) =>
      /\btoezegging(?:en)?\b/i.test(text) &&
      (/\bgestand\b|\bkom(?:en)?\b.{0,200}\bna\b(?!ar)|\bnagekomen\b|\bvoldoe(?:n)?\b|\bvoldaan\b|\bafgedaan\b|\binvulling\b|\buitvoering\b/i.test(
        text,
      ) ||
        (thisPaper.test(text) && /\b(?:informeer|bericht|stuur|bied|doe|geef)\b/i.test(text))),
    sure: true,
  },
  {
    kind: 'discharged',
    when: (text) => /\btoegezegd\b|\bzegde\b.{0,200}\btoe\b/i.test(text) && thisPaper.test(text),
  },
  {
    kind: 'repeated',
    when: (text) =>
      /\bTZ\d{6}-\d{3}\b/.test(text) ||
      (/\b(?:zoals|conform|eerder)\b.{0,60}\b(?:toegezegd|toezegging)\b|\bheb(?:ben)?\b.{0,300}\btoegezegd\b|\bzegde\b.{0,200}\btoe\b/i.test(
        text,
      ) &&
        !/\bnog niet\b/.test(text)),
    sure: true,
  },
  {
    kind: 'new',
    when: (text) =>
      /\bzeg(?:gen)? (?:ik|wij|we)\b.{0,200}\btoe\b|\b(?:ik|wij|we) zeg(?:gen)?\b.{0,200}\btoe\b/i.test(
        text,
      ),
    sure: true,
  },
  {
    kind: 'new',
    when: (text) =>
      new RegExp(
        String.raw`(?<![\p{L}])${person}\s+(?:(?:ook|dan|daarom|daarover|hierover|u|uw Kamer|de Kamer)\s+){0,2}${will}(?![\p{L}])|(?<![\p{L}])${will}\s+${person}(?![\p{L}])`,
        'iu',
      ).test(text) &&
      !new RegExp(String.raw`(?<![\p{L}])${will}\b.{0,40}\b(?:niet|geen|nooit)\b`, 'iu').test(
        text,
      ) &&
      !/\bzullen (?:we|wij) zien\b/i.test(text),
  },
  {
    kind: 'new',
    when: (text) =>
      /\b(?:informeer|rapporteer|bericht (?:ik|wij)|stuur|zend|ontvang(?:t|en)?|bied)\b/i.test(
        text,
      ) &&
      new RegExp(
        String.raw`(?<![\p{L}])(?:ik|wij)(?![\p{L}]).{0,80}(?:${parliament})|(?:${parliament}).{0,80}(?<![\p{L}])(?:ik|wij)(?![\p{L}])|\bontvang(?:t|en)\b.{0,20}(?:${parliament})|(?:${parliament}).{0,20}\bontvang(?:t|en)\b`,
        'iu',
      ).test(text),
  },
  {
    kind: 'new',
    when: (text) =>
      new RegExp(
        String.raw`(?<![\p{L}])(?:${person}\s+kom(?:en|t)?|kom(?:en|t)?\s+${person})\b.{0,80}(?:\bop\s+terug\b|\b(?:hier|daar)op\b.{0,60}\bterug\b)`,
        'iu',
      ).test(text),
  },
  {
    kind: 'intended',
    when: (text) =>
      new RegExp(
        String.raw`(?<![\p{L}])(?:${person}\s+stre(?:ef|eft|ven)|stre(?:ef|eft|ven)\s+${person})\s+ernaar\b`,
        'iu',
      ).test(text),
  },
  {
    kind: 'intended',
    when: (text) =>
      new RegExp(
        String.raw`(?<![\p{L}])(?:${person}\s+(?:ben|zijn|is)|(?:ben|zijn|is)\s+${person})\b.{0,60}\b(?:voornemens|van plan|bereid)\b`,
        'iu',
      ).test(text) && !/\bniet\s+(?:bereid|voornemens|van plan)\b/i.test(text),
  },
]

/** "Hiervoor zal ik …": what was said in the sentence before, and how. */
const goesOn =
  /^(?:Hiervoor|Daarvoor|Hierover|Daarover|Hiertoe|Daartoe|Hierbij|Daarbij|Dit|Daarmee|Hiermee)\b/

/** What who writes takes upon them, in their own words. Questions of others are left out. */
export function findCommitments(
  extract: Extract,
  references: readonly Reference[],
  on: string | null,
): Commitment[] {
  const found: { one: Commitment; last: number }[] = []
  const all = sentencesOf(extract)
  for (const [at, sentence] of all.entries()) {
    const rule = ruleFor(sentence)
    if (!rule) continue
    const before = found.at(-1)
    const next = commitment(extract, sentence, references, on)({ ...rule })
    if (
      before &&
      before.last === at - 1 &&
      all[at - 1]?.block === sentence.block &&
      goesOn.test(sentence.text)
    ) {
      found[found.length - 1] = { one: together(before.one, next), last: at }
    } else found.push({ one: next, last: at })
  }
  return found.map(({ one }) => one)
}

function ruleFor({ text, asked }: Sentence) {
  if (asked || text.endsWith('?')) return undefined
  const rule = rules.find(({ when }) => when(text))
  return rule && (rule.kind === 'new' || rule.kind === 'intended') && withThis.test(text)
    ? undefined
    : rule
}

/** What Parliament will get, said of the paper and not of who sends it; and talks that are going on. */
export function findPromises(
  extract: Extract,
  references: readonly Reference[],
  on: string | null,
): Commitment[] {
  return sentencesOf(extract).flatMap((sentence) => {
    const { text, asked } = sentence
    if (asked || text.endsWith('?') || ruleFor(sentence)) return []
    const make = commitment(extract, sentence, references, on)
    if (announced.test(text) && passive.test(text) && !withThis.test(text)) {
      const made = make({ kind: 'new' })
      return [made.deadline?.every ? { ...made, kind: 'standing' as const } : made]
    }
    return talks.test(text) ? [make({ kind: 'intended' })] : []
  })
}

const announced = new RegExp(`(?<![\\p{L}])(?:${parliament})(?![\\p{L}])`, 'u')
const passive = new RegExp(
  String.raw`(?<![\p{L}])(?:wordt|worden|zal|zullen|zult)(?![\p{L}]).{0,300}${informed}`,
  'iu',
)
const talks =
  /\b(?:ministerie|departement|kabinet|ik|wij)\b.{0,60}\b(?:voer|voert|voeren)\b.{0,200}\b(?:momenteel|thans|nu|op dit moment)\b.{0,60}\b(?:gesprek(?:ken)?|overleg)\b/i

/** Where members of Parliament are promised something. */
const inDebate =
  /\btoe(?:zegging|gezegd).*\b(?:AO|debat|\w*overleg|\w*debat)\b|\b(?:AO|\w*debat|\w*overleg)\b.*\btoe(?:zegging|gezegd)/i

function commitment(
  extract: Extract,
  { text, start, end }: Sentence,
  references: readonly Reference[],
  on: string | null,
) {
  const span = { start, end }
  const deadlines = findDeadlines(extract.text, on, span)
  const inside = references.filter((one) =>
    [one.span, ...one.also].some((at) => at.start >= start && at.end <= end),
  )
  return ({ kind, sure }: { kind: CommitmentKind; sure?: boolean }): Commitment => ({
    ...{ kind, what: text, span, number: /\bTZ\d{6}-\d{3}\b/.exec(text)?.[0] ?? null },
    to: announced.test(text) || inDebate.test(text) ? 'Tweede Kamer' : null,
    deadline: deadlines[0] ?? null,
    references: inside.map(({ id }) => id),
    uncertain: !sure,
  })
}

const together = (first: Commitment, next: Commitment): Commitment => ({
  ...first,
  what: `${first.what} ${next.what}`,
  span: { start: first.span.start, end: next.span.end },
  kind: next.kind === 'new' ? 'new' : first.kind,
  to: first.to ?? next.to,
  deadline: first.deadline ?? next.deadline,
  references: [...new Set([...first.references, ...next.references])],
  uncertain: first.uncertain && next.uncertain,
})
