import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { listItemsRaisedIn } from './own-items-store.ts'
import { listPapersNamed } from './own-papers-store.ts'
import type { Parliament } from './parliament.ts'
import { paths } from './paths.ts'
import type { ItemKind } from './register-item.ts'
import { registerPaths } from './register-paths.ts'

/** What of some papers and numbers is known already. */
type KnownHere = {
  /** by reference, the page where it can be read, without the language: our own first, else the one for everybody */
  readonly papers: ReadonlyMap<string, string>
  /** of this ministry */
  readonly items: readonly {
    readonly id: string
    readonly kind: ItemKind
    readonly raisedIn: string | undefined
  }[]
}

/** For who finds something elsewhere: what of it this ministry keeps, or everybody reads here. */
export const knownHere =
  (parliament: Parliament) =>
  async (work: Work, references: readonly string[]): Promise<KnownHere> => {
    registrar(work)
    if (references.length === 0) return { papers: new Map(), items: [] }
    const own = new Map(
      (await listPapersNamed(work, references)).map(({ id, reference }) => [reference, id]),
    )
    const papers = references.flatMap((name): [string, string][] => {
      const [kept, paper] = [own.get(name), parliament.findPaper(name)]
      if (kept) return [[name, registerPaths.paper(kept)]]
      return paper ? [[name, paths.paper(paper.id)]] : []
    })
    const rows = await listItemsRaisedIn(work, references)
    const items = rows.map(({ id, kind, raised_in }) => ({
      ...{ id, kind },
      raisedIn: raised_in ?? undefined,
    }))
    return { papers: new Map(papers), items }
  }
