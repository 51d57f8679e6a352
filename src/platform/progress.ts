/** Tells what is going on when a step takes longer than this, in milliseconds. */
const noticeable = 1_000

/**
 * A line per step on standard error: the step's name once it takes noticeable time, with the seconds
 * going by on a terminal, and how long it took when it is done. Quick steps leave no line.
 */
export function progressTeller(say: (text: string) => void, terminal: boolean) {
  let current: { name: string; started: number; told: boolean } | undefined
  let ticking: NodeJS.Timeout | undefined

  const tell = () => {
    if (!current) return
    const seconds = Math.round((performance.now() - current.started) / 1000)
    if (!current.told) say(terminal ? `${current.name}…` : `${current.name}…\n`)
    if (terminal) say(`\r${current.name}… ${seconds} s `)
    current.told = true
  }
  const finish = () => {
    clearInterval(ticking)
    if (current?.told && terminal) say('\n')
    current = undefined
  }
  return {
    step(name: string): void {
      finish()
      current = { name, started: performance.now(), told: false }
      ticking = setInterval(tell, noticeable)
      ticking.unref()
    },
    done: finish,
  }
}
