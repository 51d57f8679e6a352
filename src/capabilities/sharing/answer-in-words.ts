import { html } from '#design/html.ts'
import { story } from '#design/story/story.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { readForm, textOf } from '#platform/form.ts'
import type { AnswerForm } from './answer-form.ts'
import { type AnswerInWords, inWordsForm, isInWords } from './consultation-in-words.ts'
import { longestWords } from './forms.ts'
import { sentencesOf, t } from './words.ts'

/** For whatever is asked that has no form of its own: in which capacity, and what one thinks. */
export const answerInWords: AnswerForm = {
  asked: isInWords,
  // The role that was asked is the only rule.
  may: () => true,
  place: 'antwoord',
  styles: [],
  words: (language) => t(language).consultation.inWords,
  draft: (typed) => ({ capacity: textOf(typed, 'capacity'), words: textOf(typed, 'words') }),
  written: () => ['capacity', 'words'],
  read(draft) {
    const form = readForm(inWordsForm, draft)
    if (!form.ok) return { errors: form.errors }
    return {
      message: ({ disclosure, by }): AnswerInWords => ({ disclosure, by, ...form.value }),
    }
  },
  sentences: sentencesOf,
  fields(language, { typed, wrong }) {
    const { inWords: words } = t(language).consultation
    return html`${text(language, { name: 'capacity', label: words.capacity, hint: words.capacityHint, value: textOf(typed, 'capacity'), error: wrong.capacity })}
${textarea(language, { name: 'words', label: words.words, hint: words.wordsHint, value: textOf(typed, 'words'), error: wrong.words, rows: 10, maxlength: longestWords })}`
  },
  signed: (language, { typed }) => html`<h2>${t(language).consultation.inWords.words}</h2>
<p class="quiet">${textOf(typed, 'capacity')}</p>
${story(textOf(typed, 'words'))}`,
}
