import type { Language } from '#platform/language.ts'

/**
 * How papers of the Dutch parliament are named. source: the addresses of officielebekendmakingen.nl and the numbers
 * in the open data of the House. `own` is ours: a letter of which nobody told us the number.
 */
const forms = {
  /** dossier, an addition such as VI, and the number in it; the Senate counts in letters */
  paper: /^kst-(\d{5})(?:-([IVXLC]+))?-([A-Z]{1,2}|\d{1,4})$/,
  case: /^\d{4}Z\d{5}$/,
  document: /^\d{4}D\d{5}$/,
  answer: /^ah-tk-(\d{4})(\d{4})-(\d+)$/,
  own: /^letter-\d{4}-\d{2}-\d{2}$/,
} as const

/** A reference that one of these forms fits. */
export const isReference = (text: string): boolean =>
  Object.values(forms).some((form) => form.test(text))

/** As people write it: "Kamerstuk 29 240, nr. 120". Nothing when no number is known. */
export function referenceName(language: Language, id: string): string | undefined {
  const [kamerstuk, aanhangsel] =
    language === 'nl'
      ? ['Kamerstuk', 'Aanhangsel van de Handelingen']
      : ['Parliamentary paper', 'Appendix to the Proceedings']
  const paper = forms.paper.exec(id)
  if (paper) {
    const [, dossier = '', addition, number] = paper
    return `${kamerstuk} ${dossierName(dossier)}${addition ? ` ${addition}` : ''}, nr. ${number}`
  }
  const answer = forms.answer.exec(id)
  if (answer) return `${aanhangsel} ${answer[1]}–${answer[2]}, nr. ${answer[3]}`
  return forms.own.test(id) ? undefined : id
}

/** "29240" as it is printed: "29 240". */
export const dossierName = (number: string): string => `${number.slice(0, 2)} ${number.slice(2)}`

/** Where the government publishes it; only papers and answers have an address that follows from their name. */
export const referenceAddress = (id: string): string | undefined =>
  forms.paper.test(id) || forms.answer.test(id)
    ? `https://zoek.officielebekendmakingen.nl/${id}.html`
    : undefined
