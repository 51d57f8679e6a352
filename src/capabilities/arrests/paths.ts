import type { FileKind, FileStep } from './file.ts'
import { type FormedKind, notePaths } from './note.ts'

/** Where each kind of file lives, without the language. */
export const roots = { arrest: '/aanhoudingen', protection: '/beschermdossiers' } as const

export const stepPaths = {
  ready: 'gereed',
  back: 'terug',
  halt: 'halt',
  close: 'afsluiten',
  reopen: 'heropenen',
} as const satisfies Record<FileStep, string>

export const lookPaths = { first: 'kijk', full: 'kijk-verder' } as const

type Place = { readonly kind: FileKind; readonly id: string }

export const paths = {
  new: `${roots.arrest}/nieuw`,
  figures: `${roots.arrest}/cijfers`,
  file: ({ kind, id }: Place) => `${roots[kind]}/${id}`,
  note: ({ kind, id }: Place, note: FormedKind) => `${roots[kind]}/${id}/noteer/${notePaths[note]}`,
  withdraw: ({ kind, id }: Place, note: string) => `${roots[kind]}/${id}/regels/${note}/terug`,
  step: ({ kind, id }: Place, step: FileStep) => `${roots[kind]}/${id}/stap/${stepPaths[step]}`,
  circle: ({ kind, id }: Place) => `${roots[kind]}/${id}/kring`,
  endAccess: ({ kind, id }: Place, person: string) => `${roots[kind]}/${id}/kring/${person}`,
  change: (id: string) => `${roots.arrest}/${id}/gegevens`,
  look: (id: string, part: keyof typeof lookPaths) => `${roots.arrest}/${id}/${lookPaths[part]}`,
  tell: (id: string, who: string) => `${roots.arrest}/${id}/inlichten/${who}`,
  /** where sharing begins to choose what leaves */
  share: '/delen/nieuw',
  openProtection: (id: string) => `${roots.arrest}/${id}/beschermen`,
} as const
