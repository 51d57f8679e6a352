import type { Typed } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { Proposal } from './found.ts'
import type { OwnItemContent } from './own-item.ts'
import type { Parliament } from './parliament.ts'
import type { OwnItem } from './read-own-items.ts'
import { referenceName } from './reference.ts'
import type { ItemKind } from './register-item.ts'
import { t } from './words.ts'

/** An item as its form is filled in. */
export const typedFromItem = (item: OwnItemContent): Typed => ({
  kind: item.kind,
  title: item.title,
  says: item.says,
  by: item.by.join('\n'),
  raisedIn: item.raisedIn ?? '',
  wantedWords: item.wantedWords,
  publicItem: item.publicItem ?? '',
  ...datePartsFrom('raisedOn', item.raisedOn),
  ...datePartsFrom('wantedUntil', item.wantedUntil),
  ...datePartsFrom('laterToldOn', item.laterToldOn),
})

/** Signs of a title that is made of what a paper says. */
const longestTitle = 100

/**
 * The one item that this can only be. A motion is a paper of its own, and so are questions; a paper may hold many
 * commitments, and then the day on which it is wanted must be the same too. What could be two is none.
 */
function onlyOne<
  T extends { readonly kind: ItemKind; readonly raisedIn: string | null | undefined },
>(
  proposal: Proposal,
  items: readonly T[],
  wantedUntil: (item: T) => string | null | undefined,
): T | undefined {
  const { kind, raisedIn, as } = proposal
  const isOfBefore = as === 'discharged' || as === 'repeated'
  const fits = items.filter(
    (item) =>
      raisedIn !== undefined &&
      item.kind === kind &&
      item.raisedIn === raisedIn &&
      (kind !== 'commitment' ||
        isOfBefore ||
        (proposal.wantedUntil !== undefined && wantedUntil(item) === proposal.wantedUntil)),
  )
  return fits.length === 1 ? fits[0] : undefined
}

type Around = {
  readonly parliament: Parliament
  readonly items: readonly OwnItem[]
  /** in which it was found */
  readonly paper: { readonly reference: string | undefined }
}

/**
 * What was found as the form is filled in with it: one that is there already when it can only be that, and as far
 * as the paper brought it. What the public papers know of the same is not forgotten: a sentence that discharges a promise
 * does not say what was promised. A person looks at all of it.
 */
export function typedFromProposal(
  language: Language,
  proposal: Proposal,
  { parliament, items, paper }: Around,
): Typed {
  const { kind, raisedIn } = proposal
  const publicItem = onlyOne(proposal, parliament.items, ({ wanted }) => wanted?.until)
  const isDone = proposal.as === 'discharged' || proposal.as === 'answered'
  const isBefore = isDone || proposal.as === 'repeated'
  const here = publicItem?.steps.findLast(
    (step) => parliament.findPaper(step.paper)?.id === paper.reference,
  )
  return {
    ...typedFromItem({
      kind,
      title: publicItem?.title[language] ?? titleOf(language, proposal),
      says:
        publicItem && (isBefore || proposal.says === '')
          ? publicItem.says[language]
          : proposal.says,
      by: publicItem && publicItem.by.length > proposal.by.length ? publicItem.by : proposal.by,
      raisedOn: proposal.raisedOn ?? publicItem?.raisedOn ?? undefined,
      raisedIn,
      wantedWords: proposal.wantedWords ?? '',
      wantedUntil: proposal.wantedUntil,
      laterToldOn: undefined,
      publicItem: publicItem?.id,
    }),
    item: onlyOne(proposal, items, (item) => item.wantedUntil)?.id ?? 'new',
    state: isDone ? 'done' : (here?.state ?? 'none'),
  }
}

function titleOf(language: Language, { kind, says, raisedIn }: Proposal): string {
  const [first = ''] = says.split('\n')
  if (first.length > longestTitle) {
    const cut = first.slice(0, longestTitle)
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).toWellFormed()}…`
  }
  if (first !== '') return first
  return [t(language).kinds[kind], raisedIn && referenceName(language, raisedIn)]
    .filter(Boolean)
    .join(' ')
}
