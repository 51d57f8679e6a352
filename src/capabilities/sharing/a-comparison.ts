import type { TestHouse, TrailLine } from '#tests/a-house.ts'
import type { DisclosureState, ReceivedState } from './disclosure.ts'

/** One organisation, and the database in which it works. */
export type Side = {
  readonly house: Pick<TestHouse, 'pool' | 'trailOf'>
  readonly organisation: string
}

type Sent = { id: string; state: DisclosureState; hash: Buffer | null }
type Received = {
  id: string
  disclosure_id: string
  state: ReceivedState
  hash: Buffer
  content: Buffer | null
  content_key: Buffer | null
}

/**
 * For tests, when nothing waits any more: whatever is not the same at who sends and at who receives. What each
 * did has its counterpart in the trail of the other, every message is there once and under one hash, both states
 * can be true together, and no word is left where it is over. Only what went from the one to the other is looked at,
 * and what came back about it. Nothing when all of it agrees.
 */
export async function differences(sender: Side, recipient: Side): Promise<string[]> {
  const [own, theirs] = [await trailOf(sender), await trailOf(recipient)]
  const sent = await rowsOf<Sent>(
    sender,
    `select id, state, hash from disclosure
     where organisation_id = $1 and to_id = $2 and state not in ('draft', 'not-shared')`,
    recipient.organisation,
  )
  const received = await rowsOf<Received>(
    recipient,
    'select * from received_disclosure where organisation_id = $1 and from_id = $2',
    sender.organisation,
  )
  const known = new Set(sent.map(({ id }) => id))
  return [
    ...messagesDiffer({ from: own, to: theirs }, sender.organisation, recipient.organisation),
    ...messagesDiffer({ from: theirs, to: own }, recipient.organisation, sender.organisation),
    ...received
      .filter(({ disclosure_id }) => !known.has(disclosure_id))
      .map(({ id }) => `received ${id}, which nobody sent`),
    ...sent.flatMap((one) => {
      const there = received.filter(({ disclosure_id }) => disclosure_id === one.id)
      return [
        ...deedsDiffer({ own, theirs }, one, there[0]),
        ...(there.length > 1 ? [`received ${there.length} times: ${one.id}`] : []),
        ...(agree(one.state, there[0]?.state)
          ? []
          : [`${one.state} here, and there ${there[0]?.state}`]),
      ]
    }),
    ...toldDiffers({ own: own.filter(({ subject }) => known.has(subject ?? '')), theirs }, sender),
    ...(await wordsLeft(sender, recipient, received)),
  ]
}

const trailOf = ({ house, organisation }: Side) => house.trailOf(organisation)

const rowsOf = async <Row>(
  { house, organisation }: Side,
  sql: string,
  ...more: readonly string[]
): Promise<Row[]> => (await house.pool.query(sql, [organisation, ...more])).rows

/** What both may say in the end. Where two acts crossed, the words are gone at the recipient all the same. */
function agree(sender: DisclosureState, recipient: ReceivedState | undefined): boolean {
  if (sender === recipient) return true
  if (recipient === undefined) return ['refused', 'ended', 'recalled'].includes(sender)
  return recipient === 'declined' && (sender === 'recalled' || sender === 'ended')
}

type Trail = readonly TrailLine[]

/** Every message in one direction: number, kind, hash and outcome, in order and once. */
function messagesDiffer(trails: { from: Trail; to: Trail }, from: string, to: string): string[] {
  const linesOf = (trail: Trail, acts: readonly string[], other: 'from' | 'to', who: string) =>
    trail
      .filter(({ act, details }) => acts.includes(act) && details[other] === who)
      .map(({ act, subject, details: { number, kind, hash, because } }) =>
        JSON.stringify([number, subject, kind, hash, acts.indexOf(act), because]),
      )
  const left = linesOf(trails.from, ['sharing.delivered', 'sharing.refused'], 'to', to)
  const came = linesOf(trails.to, ['sharing.receive', 'sharing.receive-refused'], 'from', from)
  const numbers = left.map((line) => JSON.parse(line)[0])
  const most = Math.max(left.length, came.length)
  return [
    ...Array.from({ length: most }, (_, at) => at)
      .filter((at) => left[at] !== came[at])
      .map((at) => `message ${left[at]} left, ${came[at]} came`),
    ...numbers.filter((number, at) => number !== at + 1).map((number) => `message ${number}`),
  ]
}

type Both = { readonly own: Trail; readonly theirs: Trail }

const count = (
  trail: Trail,
  act: string,
  subject?: string,
  details: Record<string, unknown> = {},
): number =>
  trail.filter(
    (line) =>
      line.act === act &&
      (subject === undefined || line.subject === subject) &&
      Object.entries(details).every(([name, value]) => line.details[name] === value),
  ).length

/** The answers that a recipient can give, and how the sender's trail calls them. */
const answers = { accept: 'accepted', return: 'returned', decline: 'declined' } as const

/** One disclosure: whatever somebody did on one side, and what the trail of the other side has for it. */
function deedsDiffer(
  { own, theirs }: Both,
  { id, state, hash }: Sent,
  there: Received | undefined,
): string[] {
  const here = (act: string, details?: Record<string, unknown>) => count(own, act, id, details)
  const over = (act: string, details?: Record<string, unknown>) =>
    there ? count(theirs, act, there.id, details) : 0
  const late = (act: string) => here('sharing.answer-late', { late: act })
  const hex = hash?.toString('hex')
  const again = (because: string) => here('sharing.recall-refused', { because })
  const given = Object.entries(answers).map(([act, heard]) => ({
    act,
    given: over(`sharing.${act}`),
    heard: here(`sharing.${heard}-there`) + late(act),
  }))
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const same: Readonly<Record<string, readonly [unknown, unknown]>> = {
    'delivered once': [here('sharing.deliver', { hash: hex }), 1],
    'its hash': [there?.hash.toString('hex') ?? hex, hex],
    'taken in': [over('sharing.delivery'), there ? 1 : 0],
    'heard that it was taken in': [here('sharing.delivered-there') + late('arrive'), there ? 1 : 0],
    'heard that it was refused': [here('sharing.refused-there') + late('refuse'), there ? 0 : 1],
    replies: [
      here('sharing.reply'),
      here('sharing.reply-refused') +
        over('sharing.delivery-reply') +
        over('sharing.delivery-late', { late: 'reply' }),
    ],
    // A recall on which the other side stumbled goes again.
    recalls: [
      here('sharing.recall') + again('stumbled') + again('other-than-sent'),
      here('sharing.recall-arrived') + here('sharing.recall-refused'),
    ],
    'recalls that arrived': [
      here('sharing.recall-arrived'),
      over('sharing.delivery-recalled') + over('sharing.delivery-late', { late: 'recall' }),
    ],
    answers: [
      sum(given.map((one) => one.given)),
      sum(given.map((one) => one.heard)) + over('sharing.answer-refused'),
    ],
    'recalled by the trail': [state === 'recalled', here('sharing.recall') === 1],
  }
  return [
    ...Object.entries(same)
      .filter(([, [one, other]]) => one !== other)
      .map(([what, [one, other]]) => `${what}: ${one} and ${other} (${id}, ${state})`),
    ...given
      .filter((one) => one.heard > one.given)
      .map(({ act }) => `heard more often than given: ${act} (${id})`),
  ]
}

/** What a recipient tells by itself: what was in files at a recall, and at the end. */
function toldDiffers({ own, theirs }: Both, { organisation: to }: Side): string[] {
  const arrived = (kind: string) => count(theirs, 'sharing.delivered', undefined, { kind, to })
  return [
    [arrived('sharing.recalled'), count(own, 'sharing.recall-answered')],
    [arrived('sharing.stays'), count(own, 'sharing.stays-taken')],
  ]
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => `told of what was taken: ${one} and ${other}`)
}

/** Words and keys where it is over, and on the way. */
async function wordsLeft(
  sender: Side,
  recipient: Side,
  received: readonly Received[],
): Promise<string[]> {
  const over = received.filter(({ state }) => ['declined', 'recalled', 'ended'].includes(state))
  const events = await rowsOf<{ received_id: string }>(
    recipient,
    'select received_id from received_event where organisation_id = $1 and content is not null',
  )
  const talking = new Set(events.map(({ received_id }) => received_id))
  const onTheWay =
    'select id from outgoing_message where organisation_id = $1 and to_id = $2 and content is not null'
  const left = await rowsOf<{ id: string }>(sender, onTheWay, recipient.organisation)
  const back = await rowsOf<{ id: string }>(recipient, onTheWay, sender.organisation)
  const entries = await rowsOf<{ item_id: string }>(
    recipient,
    `select t.item_id from received_taken t
     join received_disclosure r on r.organisation_id = t.organisation_id and r.id = t.received_id
     join case_entry e on e.organisation_id = t.organisation_id and e.from_id = t.item_id
     where t.organisation_id = $1 and r.from_id = $2
       and r.state = 'recalled' and e.recalled_at is null`,
    sender.organisation,
  )
  return [
    ...over
      .filter(({ content, content_key }) => content || content_key)
      .map(({ id, state }) => `words of ${id}, which is ${state}`),
    ...over.filter(({ id }) => talking.has(id)).map(({ id }) => `what was said about ${id}`),
    ...[...left, ...back].map(({ id }) => `words on the way: ${id}`),
    ...entries.map(({ item_id }) => `taken, recalled and not marked: ${item_id}`),
  ]
}
