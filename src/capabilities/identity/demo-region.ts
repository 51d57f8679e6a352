import { readFileSync } from 'node:fs'
import { v5 } from 'uuid'
import { z } from 'zod'
import { organisationKinds, type PersonActor, roles } from '#platform/actor.ts'
import { readYaml } from '#platform/plain-yaml.ts'
import { mayHold } from './organisation.ts'

const person = z.strictObject({
  name: z.string(),
  jobTitle: z.string(),
  roles: z.array(z.enum(roles)),
})

const regionSchema = z.strictObject({
  note: z.string(),
  organisations: z.record(
    z.string(),
    z
      .strictObject({
        kind: z.enum(organisationKinds),
        name: z.string(),
        brin: z.string().optional(),
        municipality: z.string().optional(),
        people: z.record(z.string(), person),
      })
      .refine(
        ({ kind, people }) => Object.values(people).every((each) => mayHold(kind, each.roles)),
        'A role does not belong to this kind of organisation.',
      ),
  ),
})

/** Makes the same identifiers from the same names, so that loading twice changes nothing. */
const namespace = '6f1d7c1e-7c53-4b0e-9d37-2f1b6a4e9c10'
export const demoId = (name: string): string => v5(name, namespace)

/** The fictional region, read once. A person who appears under two organisations works for both. */
export const readDemoRegion = (): readonly DemoOrganisation[] => {
  region ??= readRegion()
  return region
}

let region: readonly DemoOrganisation[] | undefined

function readRegion() {
  const file = new URL('../../../database/demo/region.yaml', import.meta.url)
  const { organisations } = regionSchema.parse(readYaml(readFileSync(file, 'utf8')))
  return Object.entries(organisations).map(([slug, organisation]) => ({
    ...organisation,
    id: demoId(`organisation:${slug}`),
    people: Object.entries(organisation.people).map(([personSlug, each]) => ({
      ...each,
      id: demoId(`person:${personSlug}`),
    })),
  }))
}

export type DemoOrganisation = ReturnType<typeof readRegion>[number]

/** The organisations of the fictional region. */
export const demoOrganisationIds = (): string[] => readDemoRegion().map(({ id }) => id)

/** Somebody of the region at work, by the names in region.yaml: `person:fenna-voorbeeld`. */
export function demoActor(name: string): PersonActor & { readonly name: string } {
  const personId = demoId(name)
  for (const { id, kind, people } of readDemoRegion()) {
    const person = people.find((one) => one.id === personId)
    if (!person) continue
    const { name, roles } = person
    return { kind: 'person', personId, organisationId: id, organisationKind: kind, roles, name }
  }
  throw new Error(`There is no ${name} in the region.`)
}
