import {
  type CaseDesk,
  type FactsOfCase,
  keepersOfCase,
  listOwnCases,
  mayHaveCases,
  openToShare,
} from '#capabilities/cases/index.ts'
import { type Actor, isSchool } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import type { FactOrigin, FactSource, FileEvent, ShareableFact } from './shareable-fact.ts'
import { t } from './words.ts'

/** Facts out of a case, one by one, for who coordinates it. */
export const caseSource = (desk: CaseDesk): FactSource => ({
  kind: 'case',
  path: (id) => `/casussen/${id}`,
  async open(work, id, lock) {
    const { head, facts, write } = await openToShare(work, desk, id, lock)
    return {
      title: (language) => t(language).files.case(head.code),
      closed: head.state !== 'open',
      async list(language) {
        const { identity, items } = await facts()
        return [
          ...identityOf(identity, work.actor, language),
          ...items.flatMap((item) => factOf(item, language)),
        ]
      },
      async note(event) {
        const decision = decisionOf(event)
        // Recalling is always possible; a closed case is not written in, and its panel tells of it.
        if (!decision || (event.what === 'recalled' && head.state !== 'open')) return
        await write({
          ...decision,
          kind: 'decision',
          from: { capability: 'sharing', id: event.disclosureId },
        })
      },
    }
  },
  async listFiles(work, language) {
    if (!mayHaveCases(work.actor)) return []
    const { personId } = work.actor
    const cases = await listOwnCases(work, desk)
    return cases
      .filter(({ coordinatorId }) => coordinatorId === personId)
      .map(({ id, code, name }) => ({ id, title: `${t(language).files.case(code)}, ${name}` }))
  },
  keepers: keepersOfCase,
})

/** Who it is about, part by part: a name is shared when somebody chooses the name. */
function identityOf(
  identity: FactsOfCase['identity'],
  actor: Actor,
  language: Language,
): ShareableFact[] {
  const words = t(language).identity
  const pupil = actor.kind === 'person' && isSchool(actor.organisationKind)
  const labels = { ...words, number: pupil ? words.number : words.ownNumber }
  return (['name', 'born', 'group', 'number', 'contacts'] as const).flatMap((part) => {
    const value = identity[part].trim()
    if (value === '') return []
    return [
      { ref: part, kind: 'identity', text: `${labels[part]}: ${value}`, source: words.source },
    ]
  })
}

type Item = FactsOfCase['items'][number]

/**
 * What was decided about sharing itself says nothing about the young person; and a question that was asked without a
 * name would get one, beside the name.
 */
const isAboutSharing = ({ kind, from }: Item): boolean =>
  from?.capability === 'advice' || (kind === 'decision' && from?.capability === 'sharing')

function factOf(item: Item, language: Language): ShareableFact[] {
  const words = t(language).caseFacts
  const when = item.happenedOn ? { on: item.happenedOn } : {}
  if (!item.words || isAboutSharing(item)) return []
  const { id: ref } = item
  switch (item.kind) {
    case 'fact': {
      const { received } = item.words
      return [
        {
          ref,
          kind: received?.as ?? 'fact',
          text: item.words.text,
          // Who said it first did not say it in these words.
          source:
            received && item.version > 1 ? words.changed(item.words.source) : item.words.source,
          moment: item.words.moment,
          ...when,
          ...(received ? { origin: originOf(received) } : {}),
        },
      ]
    }
    case 'signal':
      return [
        {
          ref,
          kind: 'fact',
          text: item.words.text,
          source: item.words.source,
          moment: item.words.moment,
          beside: item.words.innocent === '' ? [] : [item.words.innocent],
          ...when,
        },
      ]
    case 'contact':
      return [
        {
          ref,
          kind: 'fact',
          text: item.words.text,
          source: words.contactWith(item.words.withWhom),
          moment: item.words.moment,
          ...when,
        },
      ]
    case 'interpretation':
      return [
        {
          ref,
          kind: 'interpretation',
          text: item.words.text,
          source: words.thinks,
          beside: item.words.innocent,
          ...when,
        },
      ]
    case 'decision':
      return [
        {
          ref,
          kind: 'decision',
          text: `${item.words.text}\n${words.because} ${item.words.reasons}`,
          source: words.decided,
          ...when,
        },
      ]
  }
}

const originOf = ({ organisation, kind, via }: FactOrigin): FactOrigin => ({
  organisation,
  kind,
  via,
})

function decisionOf({ what, to, facts, words = '', language }: FileEvent) {
  const said = t(language).inFile
  switch (what) {
    case 'delivered':
      return { not: false, text: said.delivered(to, facts), reasons: words }
    case 'not-shared':
      return { not: true, text: said.notShared(to), reasons: words }
    case 'recalled':
      return { not: false, text: said.recalled(to), reasons: words }
    default:
      return undefined
  }
}
