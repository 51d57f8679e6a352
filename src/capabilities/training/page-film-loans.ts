import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { radios } from '#design/radios/radios.ts'
import { story as written } from '#design/story/story.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import { table } from '#design/table/table.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { filmAnswers, longest } from './film.ts'
import { stateText, wayToFilm } from './page-film-parts.ts'
import { paths } from './paths.ts'
import type { FilmLoan } from './read-film.ts'
import { filmSentences, t } from './words.ts'

/** What was asked of the expert group, on this day (an ISO date). */
export function filmLoansPage(
  language: Language,
  loans: readonly FilmLoan[],
  today: string,
): PageParts {
  const words = t(language).film
  return {
    ...wayToFilm(language),
    title: words.loans,
    wide: true,
    content: html`<h1>${words.loans}</h1>
<p class="lead">${words.loansLead}</p>
${
  loans.length === 0
    ? emptyState({ title: words.loansEmpty, text: words.loansEmptyText })
    : table({
        caption: words.loans,
        captionHidden: true,
        columns: [
          { heading: words.loanColumns.received },
          { heading: words.loanColumns.from },
          { heading: words.loanColumns.about },
          { heading: words.loanColumns.state },
          { heading: words.open, headingHidden: true },
        ],
        rows: loans.map((loan) => [
          fullDay(language, dutchDayOf(loan.receivedAt)),
          loan.from,
          loan.question.audience,
          stateText(language, loan, today),
          html`<a href="${link(language, paths.filmLoan(loan.id))}">${words.open}<span class="visually-hidden">${words.openWhich(loan.from)}</span></a>`,
        ]),
      })
}`,
  }
}

type View = {
  readonly loan: FilmLoan
  readonly typed: Typed
  readonly errors: FormErrors
  /** an ISO date */
  readonly today: string
}

/** One request, with the form to answer it or the answer that was given. */
export function filmLoanPage(language: Language, { loan, typed, errors, today }: View): PageParts {
  const words = t(language).film
  const wrong = filmSentences(language, errors)
  const { question } = loan
  return {
    ...wayToFilm(language),
    title: words.loanTitle(loan.from),
    error: Object.keys(wrong).length > 0,
    content: html`${summaryOf(language, wrong)}
<h1>${words.loanTitle(loan.from)}</h1>
${summaryList(language, [
  { key: words.loanColumns.received, value: fullDay(language, dutchDayOf(loan.receivedAt)) },
  { key: words.audience, value: question.audience },
  {
    key: words.purpose,
    value: question.purpose === '' ? words.notSaid : written(question.purpose),
  },
  { key: words.contactFunction, value: question.contactFunction },
  { key: words.contactWay, value: question.contactWay },
  {
    key: words.wantedOn,
    value: question.wantedOn ? fullDay(language, question.wantedOn) : words.notSaid,
  },
])}
<h2>${words.answerTitle}</h2>
${loan.state === 'waiting' ? answerForm(language, loan.id, typed, wrong) : given(language, loan, today)}
<p><a href="${link(language, paths.filmLoans)}">${words.back}</a></p>`,
  }
}

const given = (language: Language, loan: FilmLoan, today: string): Html => {
  const words = t(language).film
  return html`${alert(language, { kind: 'info', content: html`<p>${words.answered}</p>` })}
<p><strong>${stateText(language, loan, today)}</strong></p>
${loan.words ? written(loan.words) : ''}
${loan.state === 'lent' ? backForm(language, loan.id) : ''}`
}

const backForm = (language: Language, id: string): Html => {
  const words = t(language).film
  return form({
    action: link(language, paths.filmBack(id)),
    content: html`<p class="hint">${words.isBackHint}</p>
${button({ text: words.isBack, look: 'secondary' })}`,
  })
}

function answerForm(
  language: Language,
  id: string,
  typed: Typed,
  wrong: Readonly<Record<string, string>>,
): Html {
  const words = t(language).film
  return form({
    action: link(language, paths.filmLoan(id)),
    content: html`${radios(language, {
      name: 'answer',
      label: words.answer,
      value: textOf(typed, 'answer'),
      error: wrong.answer,
      choices: filmAnswers.map((answer) => ({ value: answer, label: words.answers[answer] })),
    })}
${date(language, { name: 'until', label: words.until, hint: words.untilHint, optional: true, error: wrong.until, value: datePartsOf(typed, 'until') })}
${textarea(language, { name: 'words', label: words.words, hint: words.wordsHint, optional: true, rows: 4, maxlength: longest.words, value: textOf(typed, 'words'), error: wrong.words })}
${button({ text: words.sendAnswer })}`,
  })
}
