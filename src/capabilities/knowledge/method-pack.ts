import { z } from 'zod'
import { Edition } from './edition.ts'
import { provenance, sourced } from './provenance.ts'
import { BilingualText, Code } from './texts.ts'

/** What people may write in a phase of an intervision. */
export const askedKinds = [
  'fact',
  'thought',
  'mark',
  'explanation',
  'unknown',
  'question',
  'advice',
  'insight',
] as const
export type AskedKind = (typeof askedKinds)[number]

const Phase = sourced({
  name: BilingualText,
  /** what happens, as the facilitator would say it */
  text: BilingualText,
  whoSpeaks: BilingualText,
  yields: BilingualText,
  /** left out where no source gives it and we propose none */
  time: z.strictObject({ minutes: z.number().int().min(1).max(120), ...provenance }).optional(),
  /** whoever brings the case: speaks, only listens, or is out of the circle */
  inbrenger: z.enum(['speaks', 'listens', 'outside']),
  /** everybody writes first and nobody sees another's words until all are turned at once */
  silent: z.boolean(),
  asks: z.array(z.enum(askedKinds)),
  /** without this much the phase cannot begin */
  needs: z.literal('competing-explanations').optional(),
})
export type MethodPhase = z.infer<typeof Phase>

const Note = sourced({ text: BilingualText })
export type MethodNote = z.infer<typeof Note>

export const MethodFile = z.strictObject({
  edition: Edition,
  id: Code,
  name: BilingualText,
  summary: BilingualText,
  /** what this method ends with */
  ends: z.enum(['decision', 'yield']),
  /** what must be known of where it comes from, who it is for, and what it is not */
  notes: z.array(Note).min(1),
  phases: z.array(Phase).min(2),
})
export type Method = z.infer<typeof MethodFile>

const Place = sourced({ name: BilingualText })
export type MapPlace = z.infer<typeof Place>

const Example = z.strictObject({
  domain: Code,
  lens: Code,
  text: BilingualText,
  ...provenance,
})

/** The map: where to look (domains) and with which eyes (lenses), with examples per cell. */
export const MapFile = z.strictObject({
  edition: Edition,
  domains: z.array(Place).min(1),
  lenses: z.array(Place).min(1),
  examples: z.array(Example),
})
export type MapFile = z.infer<typeof MapFile>
export type MapFrame = Pick<MapFile, 'domains' | 'lenses' | 'examples'>
