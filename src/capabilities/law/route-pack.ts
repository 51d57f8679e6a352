import { z } from 'zod'
import { BilingualText, Code, Edition, provenance, sourced } from '#capabilities/knowledge/index.ts'
import { wordings } from './legal-rule.ts'

const isoDay = z.iso.date()

/** A statement with where it comes from; null where we looked and found nothing. */
const Found = z.strictObject({ text: BilingualText, ...provenance }).nullable()

/** What a route is: it says what excludes what, and never which one is right. */
const routeKinds = [
  'status',
  'technical',
  'policy',
  'execution',
  'prosecution',
  'court',
  'bill',
] as const
export type RouteKind = (typeof routeKinds)[number]

const Route = sourced({
  kind: z.enum(routeKinds),
  name: BilingualText,
  decidedBy: BilingualText,
  stages: z.array(Code).min(1),
  needs: z.array(BilingualText),
  /** what stays in the judicial documentation */
  leaves: Found,
  /** what it means for a certificate of conduct (VOG) */
  certificate: Found,
  /** of sepot.yaml; empty: this route has no ground with a number */
  codes: z.array(z.string().regex(/^[0-9]{2}$/)),
  /** ids of knowledge/law/rules */
  rules: z.array(Code).min(1),
  /** null: before anything that we read */
  validFrom: isoDay.nullable(),
  /** the first day on which it no longer applies; null when we know of none */
  validUntil: isoDay.nullable(),
  status: z.enum(['in-force', 'bill', 'repealed']),
  wording: z.enum(wordings),
})
export type Route = z.infer<typeof Route>

/** knowledge/law/routes.yaml; the order of its routes is the order in which they are shown. */
export const RoutesFile = z.strictObject({
  edition: Edition,
  stages: z.array(sourced({ name: BilingualText })).min(1),
  routes: z.array(Route).min(1),
})
export type RoutesFile = z.infer<typeof RoutesFile>
