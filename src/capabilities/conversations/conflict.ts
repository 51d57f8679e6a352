import { alert } from '#design/alert/alert.ts'
import { type Html, html } from '#design/html.ts'
import { radios } from '#design/radios/radios.ts'
import { story } from '#design/story/story.ts'
import { moment } from '#platform/dates.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { t } from './words.ts'

/** A part of a form that two people may have filled in differently. */
export type FormPart = {
  readonly name: string
  readonly label: string
  /** the fields that belong together */
  readonly fields: readonly string[]
  /** what is filled in, as words */
  readonly told: (typed: Typed) => string
}

/** What somebody else saved while this form was open. */
export type Meanwhile = { readonly by: string; readonly at: string; readonly theirs: Typed }

/** Air around lines is no other text. */
const linesOf = (typed: Typed, field: string): string =>
  listOf(typed, field)
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

const same = (one: Typed, other: Typed) => (field: string) =>
  linesOf(one, field) === linesOf(other, field)

const differing = (parts: readonly FormPart[], mine: Typed, theirs: Typed): FormPart[] =>
  parts.filter(({ fields }) => !fields.every(same(mine, theirs)))

const keepName = ({ name }: FormPart): string => `keep-${name}`

/** The version that the writer of a form read; 0 when it does not say. */
export const versionIn = (typed: Typed): number => {
  const version = textOf(typed, 'version')
  return /^[0-9]{1,6}$/.test(version) ? Number(version) : 0
}

type Choosing = {
  /** whether this form is a choice between the two texts as they are now */
  readonly choosing: boolean
  /** parts in which nobody chose yet, as the errors of a form */
  readonly open: FormErrors
  readonly typed: Typed
}

/** What was sent, made whole by the choices in it when somebody else had saved meanwhile. */
export function chosenIn(
  parts: readonly FormPart[],
  sent: Typed,
  newest: { readonly version: number; readonly theirs: Typed },
): Choosing {
  const { version, theirs } = newest
  // Saved again since: the choice was between other texts, and is asked anew.
  if (sent.meanwhile === undefined || versionIn(sent) !== version) {
    return { choosing: false, open: {}, typed: sent }
  }
  return {
    choosing: true,
    open: unchosen(parts, sent, theirs),
    typed: withChosen(parts, sent, theirs),
  }
}

const unchosen = (parts: readonly FormPart[], mine: Typed, theirs: Typed): FormErrors =>
  Object.fromEntries(
    differing(parts, mine, theirs)
      .filter((part) => textOf(mine, keepName(part)) === '')
      .map((part) => [keepName(part), 'choose-which']),
  )

/** Both texts of each part that differs, and the choice between them. Nothing is chosen beforehand. */
export function meanwhileChoice(
  language: Language,
  parts: readonly FormPart[],
  mine: Typed,
  { by, at, theirs }: Meanwhile,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language).conflict
  const different = differing(parts, mine, theirs)
  return html`<input type="hidden" name="meanwhile" value="1">
${alert(language, {
  kind: 'info',
  title: words.title,
  content:
    different.length === 0 ? words.same : html`<p>${words.text(by, moment(language, at))}</p>`,
})}
${different.map((part) =>
  radios(language, {
    name: keepName(part),
    label: words.which(part.label),
    value: textOf(mine, keepName(part)),
    error: wrong[keepName(part)],
    choices: [
      { value: 'mine', label: words.mine, hint: story(part.told(mine) || '–') },
      { value: 'theirs', label: words.theirs, hint: story(part.told(theirs) || '–') },
    ],
  }),
)}`
}

/** The form as its writer chose it: where theirs was kept, theirs stands in it. */
function withChosen(parts: readonly FormPart[], typed: Typed, theirs: Typed): Typed {
  const kept = parts.filter((part) => textOf(typed, keepName(part)) === 'theirs')
  const fields = new Set(kept.flatMap((part) => part.fields))
  const others = Object.entries(typed).filter(([name]) => !fields.has(name))
  const chosen = Object.entries(theirs).filter(([name]) => fields.has(name))
  return Object.fromEntries([...others, ...chosen])
}
