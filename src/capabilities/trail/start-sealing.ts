import type { InTransaction } from '#platform/work.ts'
import { type Seal, sealTrail } from './seal-trail.ts'
import { listOrganisationsToSeal } from './store.ts'

export type Sealer = {
  /** Tells that an organisation has new entries; they are sealed within the delay. */
  wake(organisationId: string): void
  /** Seals what it was woken for, then stops. */
  close(): Promise<void>
}

type Options = Seal & {
  readonly inTransaction: InTransaction
  /** hears of failures; the entries stay in the queue and are tried again at the next sweep */
  readonly failed: (error: unknown, organisationId: string | undefined) => void
  /** milliseconds between the first waking and the sealing: one checkpoint for many entries */
  readonly delay?: number
  /** milliseconds between sweeps, which find what another server left behind */
  readonly sweepEvery?: number
}

// Acts for no organisation: row-level security shows it nothing, the one function tells where to go.
const nobody = '00000000-0000-0000-0000-000000000000'

/** Seals trails in the background for as long as the server runs. */
export function startSealing(options: Options): Sealer {
  const { inTransaction, failed, delay = 200, sweepEvery = 30_000 } = options
  const due = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let closed = false

  const sealDue = async (): Promise<void> => {
    // Whoever is woken meanwhile waits for the next turn: else a busy school would be sealed without
    // end, a few entries at a time.
    const now = [...due]
    due.clear()
    for (const organisation of now) {
      await sealTrail(inTransaction, organisation, options).catch((error) =>
        failed(error, organisation),
      )
    }
  }
  const sweep = async (): Promise<void> => {
    const actor = { kind: 'system', name: 'sealing', organisationId: nobody } as const
    const found = await inTransaction(actor, 'maintenance', ({ db }) => listOrganisationsToSeal(db))
    for (const organisation of found) due.add(organisation)
    await sealDue()
  }
  // One after the other: sealing must never take more than one connection from people at work.
  const next = (act: () => Promise<void>): void => {
    running = running.then(act).catch((error) => failed(error, undefined))
  }

  const sweeping = setInterval(() => next(sweep), sweepEvery)
  next(sweep)

  return {
    wake(organisationId) {
      due.add(organisationId)
      if (closed || timer) return
      timer = setTimeout(() => {
        timer = undefined
        next(sealDue)
      }, delay)
    },
    async close() {
      closed = true
      clearInterval(sweeping)
      clearTimeout(timer)
      next(sealDue)
      await running
    },
  }
}
