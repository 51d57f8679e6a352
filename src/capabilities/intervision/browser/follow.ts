// Follows a table: the stream says that something changed, this fetches the page's own parts and puts
// them in place. What somebody is typing is never touched. Without this module a reload does the same.

function follow(live: HTMLElement): void {
  const { stream, part = '' } = live.dataset
  if (!stream) return
  let fetching = false
  let again = false
  const source = new EventSource(stream)

  const lost = (text = '') => {
    const note = document.querySelector<HTMLElement>('#lost')
    if (!note) return
    note.textContent = text
    note.hidden = text === ''
  }
  /** For this person there is no table any more: the page asked for anew says so, and holds no word of it. */
  const gone = () => {
    source.close()
    location.reload()
  }
  /** After a press on the button beside the list, which would miss when the button was put anew meanwhile. */
  const later = () => window.setTimeout(() => void refresh(), 1_000)
  const refresh = async (): Promise<void> => {
    if (fetching) {
      again = true
      return
    }
    fetching = true
    try {
      const answer = await fetch(part, { redirect: 'error' })
      if (answer.status === 404) return gone()
      if (!answer.ok) throw new Error(String(answer.status))
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (!put(live, page)) document.activeElement?.addEventListener('blur', later, { once: true })
      lost()
    } catch {
      lost(live.dataset.lost)
    }
    fetching = false
    if (again) {
      again = false
      void refresh()
    }
  }

  source.addEventListener('changed', ({ data }) => {
    lost()
    if (Number(data) > revisionOf(document)) void refresh()
    else if (ended()) source.close()
  })
  source.addEventListener('signed-out', () => {
    source.close()
    lost(live.dataset.signedOut)
  })
  source.addEventListener('gone', gone)
  source.addEventListener('elsewhere', () => {
    source.close()
    lost(live.dataset.lost)
  })
  source.addEventListener('error', () => {
    // While the browser tries again by itself there is nothing to say yet.
    if (source.readyState !== EventSource.CLOSED) return
    void refresh().then(() => lost(live.dataset.lost))
  })
  // A phone that slept may have missed the end of the stream: look once when somebody looks.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !ended()) void refresh()
  })
  window.addEventListener('pagehide', () => source.close())
}

const markIn = (page: Document): HTMLElement | null => page.querySelector<HTMLElement>('#mark')
const revisionOf = (page: Document): number => Number(markIn(page)?.dataset.revision ?? 0)
const ended = (): boolean => markIn(document)?.dataset.place === 'ended'

/**
 * Brings the parts of the page up to date, and says in words what changed. Answers false when a part has to
 * wait for somebody who chooses in it: the page then still counts as the older one.
 */
function put(live: HTMLElement, page: Document): boolean {
  const mark = markIn(page)
  const before = markIn(document)
  // An older answer that was overtaken on its way changes nothing.
  if (!mark || !before || revisionOf(page) < revisionOf(document)) return true
  const place = mark.dataset.place ?? ''
  const turned = before.dataset.place?.endsWith('-writing') && place.endsWith('-revealed')
  const isPut = ['now', 'steer', 'cards', 'round'].map((id) => swap(page, id))
  if (turned) turn(document.querySelector('#cards'))
  putWriting(live, page, place)
  const said = document.querySelector('#said')
  const text = mark.dataset.say ?? ''
  if (said && said.textContent !== text) said.textContent = text
  const whole = !isPut.includes(false)
  if (whole) before.replaceWith(mark)
  keepClock()
  return whole
}

/**
 * In place of what stood there, with what was open still open, what was chosen still chosen and the focus
 * where it was. Answers false, and waits, while somebody chooses in a list here.
 */
function swap(page: Document, id: string): boolean {
  const old = document.getElementById(id)
  const next = page.getElementById(id)
  if (!old || !next || old.innerHTML === next.innerHTML) return true
  if (old.contains(document.activeElement) && document.activeElement instanceof HTMLSelectElement) {
    return false
  }
  const opened = [...old.querySelectorAll('details[open] > summary')].map((one) => one.textContent)
  const focused = old.contains(document.activeElement)
    ? [...old.querySelectorAll(focusable)].indexOf(document.activeElement as Element)
    : -1
  for (const summary of next.querySelectorAll('details > summary')) {
    if (opened.includes(summary.textContent)) summary.parentElement?.setAttribute('open', '')
  }
  for (const list of old.querySelectorAll('select')) keepChoice(list, next)
  old.replaceWith(next)
  const [...all] = next.querySelectorAll<HTMLElement>(focusable)
  if (focused >= 0) (all[Math.min(focused, all.length - 1)] ?? next).focus()
  return true
}

/** What somebody chose and did not send yet. */
function keepChoice(list: HTMLSelectElement, part: Element): void {
  const given = [...list.options].findIndex((option) => option.defaultSelected)
  if (list.selectedIndex === Math.max(0, given)) return
  const next = part.querySelector<HTMLSelectElement>(`select[name="${list.name}"]`)
  const same = [...(next?.options ?? [])].find(({ value }) => value === list.value)
  if (same) same.selected = true
}

const focusable = 'a[href], button, summary, select'

/** The forms change with the step, unless something is written in them: then the person decides when. */
function putWriting(live: HTMLElement, page: Document, place: string): void {
  const old = document.getElementById('write')
  const next = page.getElementById('write')
  if (!old || !next || old.dataset.place === place) return
  if (!isWritten(old)) {
    old.replaceWith(next)
    keepDrafts(live)
    return
  }
  old.querySelector('#moved')?.remove()
  const note = document.createElement('div')
  note.id = 'moved'
  note.className = 'panel'
  const text = document.createElement('p')
  text.textContent = live.dataset.moved ?? ''
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button--secondary'
  button.textContent = live.dataset.goOn ?? ''
  // What was typed is kept as a draft, and the reloaded page shows it.
  button.addEventListener('click', () => {
    void Promise.all(formsIn(old).map((form) => keep(form))).then(() => location.reload())
  })
  note.append(text, button)
  old.prepend(note)
}

const formsIn = (part: Element): HTMLFormElement[] => [
  ...part.querySelectorAll<HTMLFormElement>('form[data-keep]'),
]

const isWritten = (part: Element): boolean =>
  [...part.querySelectorAll<HTMLTextAreaElement>('textarea')].some(
    ({ value }) => value.trim() !== '',
  )

/** Cards being turned: once, calmly, and not for who asked for less motion (the stylesheet knows). */
function turn(cards: Element | null): void {
  cards?.classList.add('is-turned')
}

/** Pause in typing after which a draft is kept, in milliseconds. */
const pause = 1_500
const timers = new WeakMap<HTMLFormElement, number>()
const underway = new WeakMap<HTMLFormElement, AbortController>()

function keepDrafts(live: HTMLElement): void {
  for (const form of formsIn(live)) {
    form.addEventListener('input', () => {
      window.clearTimeout(timers.get(form))
      timers.set(
        form,
        window.setTimeout(() => void keep(form), pause),
      )
    })
    // What is laid down is not to be overtaken by a draft of it.
    form.addEventListener('submit', () => {
      window.clearTimeout(timers.get(form))
      underway.get(form)?.abort()
    })
  }
}

async function keep(form: HTMLFormElement): Promise<void> {
  const { keep: to = '' } = form.dataset
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  const leaving = new AbortController()
  underway.set(form, leaving)
  try {
    // The answer leads back to the table; nobody here needs it.
    await fetch(to, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      keepalive: true,
      signal: leaving.signal,
    })
  } catch {
    // The text still stands on the screen, and goes along when the card is laid down.
  }
}

let ticking: number | undefined

/** Counts on from what the server said; the server's own time stands again after each change. */
function keepClock(): void {
  window.clearInterval(ticking)
  const clock = document.querySelector<HTMLElement>('.clock')
  if (!clock) return
  const { elapsed, planned, most, of = '', over = '', since = '' } = clock.dataset
  // What was left running is not counted any more: the server says since when.
  if (elapsed === undefined) return
  const began = performance.now()
  const text = clock.querySelector('.clock__text')
  const bar = clock.querySelector<HTMLProgressElement>('.clock__bar')
  const tick = () => {
    const seconds = Number(elapsed) + (performance.now() - began) / 1000
    if (seconds >= Number(most) * 60) {
      window.clearInterval(ticking)
      if (!text) return
      text.textContent = since
      clock.replaceChildren(text)
      return
    }
    const done = String(Math.floor(seconds / 60))
    const isOver = planned !== undefined && seconds >= Number(planned) * 60
    const said = (isOver ? over : of).replace('#', done)
    if (text && text.textContent !== said) text.textContent = said
    if (bar) bar.value = Math.min(seconds, bar.max)
  }
  ticking = window.setInterval(tick, 5_000)
}

const live = document.querySelector<HTMLElement>('#live')
if (live) {
  keepClock()
  keepDrafts(live)
  follow(live)
}
