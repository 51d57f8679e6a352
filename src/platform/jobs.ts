/** Work that nobody waits for, again and again for as long as the server runs. */
export type Job = {
  readonly name: string
  /** seconds after the start of the server */
  readonly first: number
  /** seconds from one run to the next */
  readonly every: number
  /**
   * Every server process runs every job: a job claims the rows it works on, so that two of them never
   * do the same. Ends soon after `stop`.
   */
  run(stop: AbortSignal): Promise<void>
}

export type Jobs = {
  /** Something may be waiting for this job: it runs within the delay. May be called on every commit. */
  wake(name: string): void
  /** Ends what runs, and starts nothing more. */
  close(): Promise<void>
}

type Options = {
  readonly jobs: readonly Job[]
  /** hears of a run that failed; the next one comes at its own time */
  readonly failed: (error: unknown, name: string) => void
  /** milliseconds between waking and running: one run for many commits */
  readonly delay?: number
}

/** How long a run may go on after close, in milliseconds. */
const patience = 5_000

/** Starts cheaply: the database hears nothing before the first run. */
export function startJobs({ jobs, failed, delay = 1_000 }: Options): Jobs {
  const stopping = new AbortController()
  const stop = stopping.signal
  const timers = new Map<string, NodeJS.Timeout>()
  const queued = new Set<string>()
  let running: Promise<void> = Promise.resolve()

  // One after the other: the background never takes more than one connection from people at work.
  const queue = (job: Job): void => {
    if (stop.aborted || queued.has(job.name)) return
    queued.add(job.name)
    running = running
      .then(() => {
        queued.delete(job.name)
        return stop.aborted ? undefined : job.run(stop)
      })
      .catch((error) => failed(error, job.name))
  }
  const plan = (job: Job, seconds: number): void => {
    timers.set(
      job.name,
      setTimeout(() => {
        queue(job)
        plan(job, job.every)
      }, seconds * 1_000),
    )
  }
  for (const job of jobs) plan(job, job.first)

  const woken = new Map<string, NodeJS.Timeout>()
  return {
    wake(name) {
      if (stop.aborted || woken.has(name)) return
      const job = jobs.find((one) => one.name === name)
      if (!job) return
      woken.set(
        name,
        setTimeout(() => {
          woken.delete(name)
          queue(job)
        }, delay),
      )
    },
    async close() {
      stopping.abort()
      for (const timer of [...timers.values(), ...woken.values()]) clearTimeout(timer)
      let impatient: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        impatient = setTimeout(resolve, patience)
      })
      await Promise.race([running, enough])
      clearTimeout(impatient)
    },
  }
}
