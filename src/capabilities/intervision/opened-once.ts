import type { Contribution } from './contribution.ts'

/** Cards that were opened a moment ago. Who may see them was asked before; this only saves unsealing. */
const opened = new Map<string, { readonly sealed: Buffer; readonly content: Contribution }>()

/** Milliseconds: a turning is looked at by the whole table at once, and then by nobody. */
const moment = 20_000
/** Each takes about a kilobyte of memory. */
const most = 5_000

/** The same sealed bytes are unsealed once; no words stay behind in memory after a moment. */
export function openedOnce(id: string, sealed: Buffer, open: () => Contribution): Contribution {
  const before = opened.get(id)
  if (before?.sealed.equals(sealed)) return before.content
  const content = open()
  if (opened.size === 0) setTimeout(() => opened.clear(), moment).unref()
  if (opened.size < most) opened.set(id, { sealed, content })
  return content
}
