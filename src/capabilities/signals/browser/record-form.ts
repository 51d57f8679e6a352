import { type Lexicon, prepareLexicon, readText } from '#capabilities/recognition/in-browser.ts'

// Keeps the draft while somebody types, and shows what is recognised in the words so far. Without
// this module the page keeps everything when it is sent, and the next page shows what is recognised.

const form = document.querySelector<HTMLFormElement>('#record')
if (form) {
  keepDraft(form)
  void showRecognised(form)
}

/** Pause in typing after which the draft is sent, in milliseconds. */
function keepDraft(form: HTMLFormElement): void {
  const pause = 600
  const status = document.querySelector<HTMLElement>('#kept')
  const { keep = '', saved = '', saving = '', notSaved = '' } = form.dataset
  let timer: number | undefined
  let waiting = false
  let sending = false
  const thisWindow = Math.random().toString(36).slice(2, 14)
  let saves = 0

  const say = (text: string) => {
    if (status) status.textContent = text
  }
  const send = async (leaving = false) => {
    waiting = false
    sending = true
    say(saving)
    try {
      const answer = await fetch(keep, {
        method: 'POST',
        body: new URLSearchParams(fieldsOf(form)),
        keepalive: leaving,
      })
      // A session that ended answers with the sign-in page: then nothing was kept.
      say(answer.status === 204 ? saved : notSaved)
    } catch {
      say(notSaved)
    }
    sending = false
    if (waiting) schedule()
  }
  const schedule = () => {
    waiting = true
    window.clearTimeout(timer)
    if (!sending) timer = window.setTimeout(() => void send(), pause)
  }

  form.addEventListener('input', schedule)
  // The form itself is the newest: nothing goes after it, and what is on its way is older.
  form.addEventListener('submit', () => {
    window.clearTimeout(timer)
    waiting = false
  })
  // Saves overtake each other on their way; whatever is sent from here says which is the newer.
  form.addEventListener('formdata', ({ formData }) => {
    saves += 1
    formData.set('turn', `${thisWindow}.${saves}`)
  })
  // Closing the laptop or changing to another app: send what is there at once.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && waiting) void send(true)
  })
}

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')

async function showRecognised(form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name=narrative]')
  const section = document.querySelector<HTMLElement>('#recognised')
  const list = section?.querySelector('ul')
  if (!field || !section || !list) return
  const language = document.documentElement.lang === 'en' ? 'en' : 'nl'
  const [wordings, ...lexicons] = await Promise.all([
    load<Record<string, string>>(form.dataset.wordings),
    load<Lexicon>(form.dataset.lexiconNl),
    load<Lexicon>(form.dataset.lexiconEn),
  ])
  const recogniser = prepareLexicon(...lexicons)

  const show = () => {
    const { hits } = readText(recogniser, field.value, language)
    const seen = hits.filter(({ negated, signal }) => !negated && wordings[signal])
    list.replaceChildren(
      ...seen.map(({ signal, spans }) => {
        const item = document.createElement('li')
        const words = document.createElement('q')
        const [start, end] = spans[0] ?? [0, 0]
        words.textContent = field.value.slice(start, end)
        item.append(words, ` ${wordings[signal]}`)
        return item
      }),
    )
    section.hidden = seen.length === 0
  }
  field.addEventListener('input', show)
  show()
}

async function load<T>(address: string | undefined): Promise<T> {
  const answer = await fetch(address ?? '')
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}
