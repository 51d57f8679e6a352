import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { listActions } from './actions-store.ts'
import type { Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import { inOrderOfDay, stateOf } from './register-item.ts'
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
    /** What Parliament asked and was promised, by the day on which it was raised. */
    async items(work: Work) {
      registrar(work)
      return inOrderOfDay(parliament.items).map((item) => ({
        id: item.id,
        kind: words.kinds[item.kind],
        title: item.title.nl,
        state: words.states[stateOf(item)],
        raisedIn: item.raisedIn ?? undefined,
        raisedOn: item.raisedOn ?? undefined,
        path: paths.item(item.id),
      }))
    },
    /** The page of a paper, by any of its names. */
    async paperPath(_work: Work, id: string): Promise<string | undefined> {
      const paper = parliament.findPaper(id)
      return paper && paths.paper(paper.id)
    },
  }
}
