import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Bilingual } from '#platform/language.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import { demoActor } from './demo-region.ts'

const bilingual = z.strictObject({ nl: z.string(), en: z.string() })

const storySchema = z.strictObject({
  note: z.literal('verzonnen'),
  steps: z.array(
    z.strictObject({
      /** somebody of region.yaml, or `nobody`: then the step is for who is not signed in */
      by: z.string(),
      /** a path; `{name}` stands for the identifier of something that was loaded for the region */
      place: z.string().startsWith('/'),
      title: bilingual,
      why: bilingual,
    }),
  ),
})

/** One step of the story of one invented pupil: who, where, and why it is there. */
export type StoryStep = {
  /** counts from 1 */
  readonly number: number
  /** nothing: not signed in */
  readonly person:
    | { readonly personId: string; readonly organisationId: string; readonly name: string }
    | undefined
  readonly place: string
  readonly title: Bilingual
  readonly why: Bilingual
}

/** The name of the query field that says at which step somebody is. */
export const stepField = 'stap'

/**
 * The story as far as what it needs was loaded: a step that leads to something that is not there is left
 * out. `places` gives the identifiers by the names in story.yaml.
 */
export function readStory(places: ReadonlyMap<string, string>): StoryStep[] {
  told ??= readFile()
  return told.steps
    .flatMap(({ by, place, title, why }) => {
      const path = place.replaceAll(/\{([\w:-]+)\}/g, (whole, name) => places.get(name) ?? whole)
      if (path.includes('{')) return []
      return [{ person: by === 'nobody' ? undefined : demoActor(by), place: path, title, why }]
    })
    .map((step, index) => ({ number: index + 1, ...step }))
}

let told: z.infer<typeof storySchema> | undefined

function readFile(): z.infer<typeof storySchema> {
  const file = new URL('../../../database/demo/story.yaml', import.meta.url)
  return storySchema.parse(readYaml(readFileSync(file, 'utf8')))
}

/** The path of a step, which says on the page that it is one. */
export const stepPath = ({ place, number }: StoryStep): string =>
  `${place}${place.includes('?') ? '&' : '?'}${stepField}=${number}`
