import type { Visitor } from '#tests/a-visitor.ts'
import { moveOn, phaseAt, placeOn, type Table } from './a-table.ts'
import { askOnce, coordinator, type Finding, foundIn, type Person } from './at-work.ts'
import type { SentForms } from './sent-forms.ts'

type Visitors = ReadonlyMap<Person, Visitor>

/**
 * What everybody around this table sees of it: it stands where it was acknowledged, or one click further
 * when that answer never came; own cards and those that were turned are there once, others' are not.
 */
export async function findingsAt(table: Table, visitors: Visitors): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const who of table.seated) {
    const visitor = visitors.get(who)
    if (visitor) findings.push(...(await seenBy(who, visitor, table)))
  }
  return findings
}

async function seenBy(who: Person, visitor: Visitor, table: Table): Promise<Finding[]> {
  const { at, cards, sent } = table
  const { body } = await visitor.get(at)
  const place = placeOn(body) ?? 'nowhere'
  if (place !== table.place && place !== table.perhaps) {
    return [{ kind: 'lost', what: `${at} stands at ${place}, not at ${table.place}` }]
  }
  const silent = place.endsWith('writing')
  const open = ({ phase }: { phase: number }) => phase < phaseAt(place) || !silent
  const findings = cards
    .filter((card) => card.by === who || open(card))
    .flatMap(({ words }) => foundIn(body, words, `a card of ${at}`))
  if (!silent) return findings
  const hidden = [...cards, ...sent].filter((card) => card.by !== who && !open(card))
  for (const part of ['', '/live', '/scherm']) {
    const { body } = await visitor.get(at + part)
    const early = hidden.filter(({ words }) => body.includes(words))
    findings.push(...early.map(() => ({ kind: 'early' as const, what: `a card on ${at}${part}` })))
  }
  return findings
}

/** Milliseconds in which a stream that works has said it; a lost notice takes fifteen seconds. */
const longest = 20_000

/** A page that follows the table again after the restart hears of the next click. */
export async function followAgain(
  origin: string,
  visitors: Visitors,
  table: Table,
  forms: SentForms,
): Promise<Finding[]> {
  const leads = visitors.get(coordinator)
  const [follower] = [...table.seated].toReversed()
  const follows = follower && visitors.get(follower)
  if (!leads || !follows) return []
  const cookie = [...follows.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const lost = (what: string): Finding[] => [{ kind: 'lost', what: `${table.at}: ${what}` }]
  const until = AbortSignal.timeout(longest)
  const stream = new Request(`${origin}${table.at}/stroom`, { headers: { cookie }, signal: until })
  const answer = await askOnce(stream)
  if (answer.status !== 200 || !answer.body) return lost(`the stream answers ${answer.status}`)
  const revisions = revisionsIn(answer.body)
  try {
    const { value: before } = await revisions.next()
    await moveOn(table, forms, leads)
    const { value: now } = await revisions.next()
    return Number(now) > Number(before) ? [] : lost(`the stream said ${before}, then ${now}`)
  } catch {
    return lost('the stream did not hear of a click')
  } finally {
    await revisions.return(undefined)
  }
}

/** The number in each `changed` of a stream. */
async function* revisionsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let heard = ''
  for await (const part of body) {
    heard += Buffer.from(part).toString()
    for (let end = heard.indexOf('\n\n'); end >= 0; end = heard.indexOf('\n\n')) {
      const event = heard.slice(0, end)
      heard = heard.slice(end + 2)
      const said = /event: changed\nid: (\d+)/.exec(event)?.[1]
      if (said) yield said
    }
  }
}
