import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { listActions } from './actions-store.ts'
import { type Discharging, dischargeItems } from './discharge-items.ts'
import { listOwnItems } from './own-items-store.ts'
import { listPapersNamed } from './own-papers-store.ts'
import type { Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import { byDayRaised, inOrderOfDay, notKept, stateOf } from './register-item.ts'
import { t } from './words.ts'

/** What a letter to Parliament shows of the register; in Dutch, as that letter is. Its own act is in the trail. */
export function registerForLetters(parliament: Parliament) {
  const words = t('nl')
  return {
    /** Every action of this ministry, by the day on which it is due. */
    async actions(work: Work) {
      registrar(work)
      return (await listActions(work)).map((row) => ({
        line: row.line,
        title: row.title,
        owner: row.owner,
        partners: row.partners,
        startsOn: row.starts_on ?? undefined,
        dueOn: row.due_on ?? undefined,
        state: words.actionStates[row.state],
        development: row.development,
        nextStep: row.next_step,
      }))
    },
    /**
     * What Parliament asked and was promised, by the day on which it was raised. What this ministry keeps itself is
     * told as it stands there; a letter is read by everybody, so its page is the public one where there is one.
     */
    async items(work: Work) {
      registrar(work)
      const rows = await listOwnItems(work)
      const keptAs = rows.map((row) => row.public_item)
      const own = rows.map((row) => ({
        // A letter names an item once and for all: the public name stays when a ministry begins to keep it too.
        id: row.public_item ?? row.id,
        kind: words.kinds[row.kind],
        title: row.title,
        state: words.states[row.state],
        isDone: row.state === 'done',
        raisedIn: row.raised_in ?? undefined,
        raisedOn: row.raised_on ?? undefined,
        path: row.public_item ? paths.item(row.public_item) : undefined,
      }))
      const others = inOrderOfDay(notKept(parliament.items, keptAs))
      const all = others.map((item) => ({
        id: item.id,
        kind: words.kinds[item.kind],
        title: item.title.nl,
        state: words.states[stateOf(item)],
        isDone: stateOf(item) === 'done',
        raisedIn: item.raisedIn ?? undefined,
        raisedOn: item.raisedOn ?? undefined,
        path: paths.item(item.id),
      }))
      return [...own, ...all].toSorted(byDayRaised)
    },
    /** A letter was published that discharges these: told in the register, in words that everybody may read. */
    discharge: (work: Work, ids: readonly string[], letter: Omit<Discharging, 'says'>) =>
      dischargeItems(work, parliament, ids, { ...letter, says: words.item.dischargedBy }),
    /** Which of these this ministry keeps, or everybody can read here: then with that page. */
    async papers(
      work: Work,
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, string | undefined>> {
      registrar(work)
      const kept = new Set((await listPapersNamed(work, ids)).map(({ reference }) => reference))
      return new Map(
        ids.flatMap((id) => {
          const paper = parliament.findPaper(id)
          return paper || kept.has(id) ? [[id, paper && paths.paper(paper.id)] as const] : []
        }),
      )
    },
  }
}
