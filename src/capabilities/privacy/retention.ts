import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Temporal } from '#platform/clock.ts'
import { readYaml } from '#platform/plain-yaml.ts'

// A day is the least: a session that somebody is using is hours old.
const days = z.number().int().min(1).max(3_650)

const retentionFile = z.strictObject({
  mark: z.enum(['own', 'sourced']),
  draftDays: days,
  sessionDays: days,
  invitationDays: days,
  messageDays: days,
  intervisionDays: days,
  adviceDays: days,
  roundTableDays: days,
  filmDays: days,
  figureDays: days,
  deliveryDays: days,
})

/** What is forgotten by itself, and after how many days. */
export const temporaryKinds = [
  'drafts',
  'sessions',
  'invitations',
  'messages',
  'intervisions',
  'advice',
  'round-tables',
  'film-requests',
  'figure-counts',
  'delivery-drafts',
  'deliveries',
] as const
export type TemporaryKind = (typeof temporaryKinds)[number]
export type Retention = Readonly<Record<TemporaryKind, number>>

/** Reads knowledge/clocks/retention.yaml; throws when it is not what it should be. */
export function loadRetention(knowledgeFolder: string): Retention {
  const file = join(knowledgeFolder, 'clocks', 'retention.yaml')
  const read = retentionFile.parse(readYaml(readFileSync(file, 'utf8')))
  return {
    drafts: read.draftDays,
    sessions: read.sessionDays,
    invitations: read.invitationDays,
    messages: read.messageDays,
    intervisions: read.intervisionDays,
    advice: read.adviceDays,
    'round-tables': read.roundTableDays,
    'film-requests': read.filmDays,
    'figure-counts': read.figureDays,
    'delivery-drafts': read.draftDays,
    deliveries: read.deliveryDays,
  }
}

/** What was last touched before this moment may go. */
export const keptSince = (now: Temporal.Instant, days: number): Temporal.Instant =>
  now.subtract(Temporal.Duration.from({ hours: days * 24 }))
