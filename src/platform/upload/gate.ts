import { TooMany } from '#platform/http/limit.ts'

export type Gate = {
  /** Runs when there is room; rejects with TooMany when too many wait already. */
  pass<T>(act: () => Promise<T>): Promise<T>
}

/** Seconds after which whoever was turned away may try again. */
const again = 10

/** Lets at most `open` through at once and `waiting` wait: what each of them holds in memory is bounded. */
export function openGate({ open, waiting }: { open: number; waiting: number }): Gate {
  const queue: (() => void)[] = []
  let inside = 0
  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else inside -= 1
  }
  return {
    async pass(act) {
      if (inside >= open) {
        if (queue.length >= waiting) throw new TooMany(again)
        // Whoever leaves hands over the place.
        await new Promise<void>((resolve) => queue.push(resolve))
      } else inside += 1
      try {
        return await act()
      } finally {
        leave()
      }
    },
  }
}
