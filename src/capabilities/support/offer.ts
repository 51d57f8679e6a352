import { z } from 'zod'
import type { Catalogue } from './catalogue.ts'

/** An offer: what a municipality or a provider says is on offer where. Public, and never about a person. */
export type OfferContent = {
  /** the id in the catalogue; without one, `title` says what it is */
  readonly intervention: string | undefined
  readonly title: string | undefined
  readonly about: string
  readonly municipality: string
  readonly schoolTypes: readonly string[]
  /** ISO date; not said when left out */
  readonly startsOn: string | undefined
  /** free places as they say themselves; not said when left out */
  readonly places: number | undefined
  /** a function, not a person */
  readonly contactFunction: string
  readonly contactWay: string
}

/** Characters that fit in each field; the database holds the same. */
export const longest = {
  title: 80,
  about: 500,
  municipality: 60,
  contactFunction: 80,
  contactWay: 120,
}

const line = (most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .transform((text) => text.replaceAll(/\s+/g, ' '))
    .pipe(z.string().max(most, 'too-long'))

/** The form of an offer. Messages are codes. */
export const offerForm = z.object({
  intervention: z.string('choose-help'),
  title: line(longest.title, 'title-missing').default(''),
  about: z.string('too-long').trim().max(longest.about, 'too-long').default(''),
  municipality: line(longest.municipality, 'municipality-missing')
    .pipe(z.string().min(1, 'municipality-missing'))
    .pipe(z.string().regex(/^[\p{L}][\p{L}\p{M} .'’()-]*$/u, 'municipality-strange')),
  schoolTypes: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.string()),
  ),
  places: z
    .string('places-strange')
    .trim()
    .regex(/^([0-9]{1,3})?$/, 'places-strange')
    .default(''),
  contactFunction: line(longest.contactFunction, 'contact-missing').pipe(
    z.string().min(1, 'contact-missing'),
  ),
  contactWay: line(longest.contactWay, 'way-missing').pipe(z.string().min(1, 'way-missing')),
})
export type OfferForm = z.infer<typeof offerForm>

/** The choice that stands for help that the catalogue does not know. */
export const otherHelp = 'other'

/** What the form means, or which field names something that the catalogue does not have. */
export function offerFrom(
  form: OfferForm,
  startsOn: string | undefined,
  catalogue: Catalogue,
): OfferContent | undefined {
  const other = form.intervention === otherHelp
  if (!other && !catalogue.find(form.intervention)) return undefined
  const known = catalogue.schoolTypes.map(({ id }) => id)
  return {
    intervention: other ? undefined : form.intervention,
    title: other ? form.title : undefined,
    about: form.about,
    municipality: form.municipality,
    schoolTypes: known.filter((id) => form.schoolTypes.includes(id)),
    startsOn,
    places: form.places === '' ? undefined : Number(form.places),
    contactFunction: form.contactFunction,
    contactWay: form.contactWay,
  }
}
