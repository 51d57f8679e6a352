import type { Actor } from '#platform/actor.ts'
import type { AuditEntry, TrailWriter } from '#platform/work.ts'
import { insertionOf } from './store.ts'
import { entryFormat, TrailEntry } from './trail-entry.ts'

/**
 * Writes the entries of one transaction in one statement, into the trail and into the sealer's queue.
 * Throws when an event carries more than codes: then nothing of the transaction happens.
 */
export const writeTrailEntries: TrailWriter = (entries) => insertionOf(entries.map(entryOf))

/** The entry as it will be sealed. */
function entryOf(audit: AuditEntry): TrailEntry {
  const entry = TrailEntry.safeParse({
    format: entryFormat,
    id: audit.id,
    organisation: audit.actor.organisationId,
    actor: actorOf(audit.actor),
    purpose: audit.purpose,
    act: audit.act,
    subject: audit.subject ?? null,
    // Six decimals is what the database keeps; more would change on the way.
    recordedAt: audit.recordedAt.toString({ fractionalSecondDigits: 6 }),
    request: audit.requestId,
    details: { ...audit.details },
  })
  if (entry.success) return entry.data
  const fields = entry.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new Error(`The trail takes codes only; this event does not fit in: ${fields}.`)
}

function actorOf(actor: Actor): TrailEntry['actor'] {
  const organisation = actor.organisationId
  if (actor.kind === 'system') return { kind: 'system', id: actor.name, organisation, roles: [] }
  return {
    kind: 'person',
    id: actor.personId,
    organisation,
    roles: [...new Set(actor.roles)].sort(),
  }
}
