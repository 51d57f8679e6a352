import { classesIn, identifiersIn, partsOf } from '#tests/words-in-code.ts'

/** Words with which software would judge, order or mark a child. None may name anything here. */
export const judging =
  /^(scor(e[sd]?|ing)|risk(s|y)?|risico\w*|rank(s|ed|ing)?|rang(orde|lijst)?|priorit\w*|urgen\w*|sever(e|ity)|ernst\w*|suspic\w*|suspect\w*|verdacht\w*|threat\w*|likel\w*|probab\w*|kans|weigh(t|ts|ted)|weging|rat(ing|ings|ed)|grad(e|es|ed|ing)|strength|colou?rs?|kleur\w*|stoplicht\w*|predict\w*|voorspel\w*|classif\w*|flag(s|ged)?|heat(map)?|victims?|slachtoffers?|offenders?|daders?|perpetrators?|profiling|profilering)$/

type Allowed = { readonly name: RegExp; readonly where: RegExp; readonly why: string }

/** Every exception with its reason. One that is no longer needed must go. */
export const allowed: readonly Allowed[] = [
  {
    name: /^noScore$/,
    where: /^src\/capabilities\/recognition\//,
    why: 'the sentence that says that there is none',
  },
  {
    name: /^(explainStrength|[sS]trength|[gG]rades?|graded|gradedBy|[gG]radeLevels?|findGradeLevel|gradeRemark)$/,
    where: /^src\/capabilities\/knowledge\//,
    why: 'how well the literature supports a signal of the list; nothing about a child',
  },
  {
    name: /^(background_color|theme_color)$/,
    where: /^src\/capabilities\/recognition\/routes\.ts$/,
    why: 'what a telephone paints around the program',
  },
  {
    name: /^output_flag$/,
    where: /^src\/capabilities\/figures\/linear-program\.ts$/,
    why: 'the solver calls it so that it prints nothing',
  },
  {
    name: /^(weights?|Weighted|weightsOf)$/,
    where: /^src\/capabilities\/research\//,
    why: 'for how many schools the answers of one school stand in a survey; nothing about a child',
  },
  {
    name: /^weight$/,
    where: /^src\/capabilities\/papers\/a-hostile-file\.ts$/,
    why: 'how often a kind of damage to a file is tried',
  },
  { name: /^colour$/, where: /^src\/design\/foundation\//, why: 'contrast of ink on paper' },
  { name: /^textWeights?$/, where: /^src\/design\/foundation\//, why: 'how thick letters are' },
]

const judges = (name: string): boolean => partsOf(name).some((part) => judging.test(part))

/** Names that judge, in one source file or style sheet. */
export function judgingNames(file: string, source: string): string[] {
  const names = file.endsWith('.css') ? classesIn(source) : identifiersIn(source)
  return [...names].filter(judges)
}

export const isAllowed = (file: string, name: string): boolean =>
  allowed.some((one) => one.where.test(file) && one.name.test(name))

/** Listed values that hold such a word and judge nobody. */
const harmlessValues: readonly { readonly value: string; readonly why: string }[] = [
  { value: 'victim-support', why: 'a kind of organisation: Slachtofferhulp' },
]

/** Names and listed values of the database that judge. */
export const judgingWords = (text: string): string[] => {
  const rest = harmlessValues.reduce((left, { value }) => left.replaceAll(`'${value}'`, ''), text)
  return partsOf(rest).filter((part) => judging.test(part))
}

const denied = /\b(geen|nooit|niet|no|never|not|zonder|without)\b/i

/** Whole sentences on screen that hold such a word and judge nobody. */
const harmless: readonly { readonly sentence: RegExp; readonly why: string }[] = [
  {
    sentence: /^(Someone threatens|For example: somebody is being threatened)/,
    why: 'what is done to a child, in a question to a person',
  },
  {
    sentence: /^(Recognise a possible victim|In een aangehouden jongere een mogelijk slachtoffer)/,
    why: 'the work of a police officer, on the page that presents the demo people',
  },
  {
    sentence: /^(Suspect: so police or prosecution call|Verdachte: zo noemt politie of justitie)/,
    why: 'the legal state, said by whoever may say it, dated and with what speaks against it',
  },
  { sentence: /what you think is a suspicion/, why: 'tells a mentor to keep it apart from facts' },
]

/** Sentences on screen that judge, unless the sentence says that we do not. */
export const judgingSentences = (source: string): string[] =>
  [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter((sentence) => judgingWords(sentence).length > 0 && !denied.test(sentence))
    .filter((text) => !harmless.some(({ sentence }) => sentence.test(text)))
