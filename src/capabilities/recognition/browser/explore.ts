import { detectLanguage } from '../detect-language.ts'
import { findingsIn, piecesOf, readText } from '../explore.ts'
import type { BrowserView } from '../explore-assets.ts'
import { findingList, markedText } from '../findings.ts'
import { type Lexicon, prepareLexicon, type Recogniser } from '../recognise.ts'
import { tokenise } from '../tokenise.ts'
import { carry, takeCarried } from './carried.ts'

// Recognises while somebody types. Nothing here sends what was typed anywhere.

type Language = Lexicon['language']

const form = document.querySelector<HTMLFormElement>('#explore')
const field = form?.querySelector('textarea')
const list = document.querySelector<HTMLElement>('[data-findings]')
const status = document.querySelector<HTMLElement>('[data-status]')
if (form && field && list && status) await begin(form, field, list, status)

async function begin(
  form: HTMLFormElement,
  field: HTMLTextAreaElement,
  list: HTMLElement,
  status: HTMLElement,
): Promise<void> {
  const language: Language = form.dataset.language === 'en' ? 'en' : 'nl'
  const other: Language = language === 'nl' ? 'en' : 'nl'
  const readLexicon = async (of: Language) =>
    prepareLexicon(await load<Lexicon>(form.dataset[of === 'nl' ? 'lexiconNl' : 'lexiconEn']))
  const [view, first] = await Promise.all([
    load<BrowserView>(form.dataset.view),
    readLexicon(language),
  ])
  let recogniser: Recogniser = first
  const wordings = wordingsIn(form)
  const find = (signal: string) => {
    const wording = wordings.get(signal)
    return wording ? { wording, innocent: view.innocent[signal] ?? [] } : undefined
  }
  const underlined = underlay(field)
  const announce = announcer(status, view.recognised)
  let shown = ''

  const show = () => {
    const text = field.value
    const { hits } = readText(recogniser, text, language)
    const marked = String(markedText(piecesOf(text, hits)))
    // A line break at the very end takes no room unless something follows it.
    if (underlined.innerHTML !== marked) underlined.innerHTML = `${marked}\u200b`
    const ticked: string[] = []
    for (const box of form.querySelectorAll<HTMLInputElement>('input:checked')) {
      ticked.push(box.value)
    }
    const findings = findingsIn(text, hits, ticked, find)
    const written = String(findingList(view, findings, text.trim() !== ''))
    if (written !== shown) replace(list, written)
    shown = written
    announce(findings.flatMap(({ phrases }) => phrases))
    if (hits.length === 0 && !recogniser[other] && looksLike(other, text)) void addOther()
  }
  let asked = false
  const addOther = async () => {
    if (asked) return
    asked = true
    recogniser = { ...recogniser, ...(await readLexicon(other)) }
    show()
  }

  form.addEventListener('input', show)
  form.addEventListener('change', show)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    document.querySelector<HTMLElement>('#findings-title')?.focus()
  })
  for (const each of document.querySelectorAll('[data-without-script]')) each.remove()
  const where = form.querySelector('[data-where]')
  if (where) where.textContent = view.stays
  // A browser that restores forms would keep the text after the tab is closed.
  field.autocomplete = 'off'
  field.value ||= takeCarried()
  const otherLanguage = document.querySelector('.language-switch')
  otherLanguage?.addEventListener('click', () => carry(field.value))
  show()
  form.dataset.ready = ''
  void keepOffline(language)
}

async function load<T>(address: string | undefined): Promise<T> {
  const answer = await fetch(address ?? '')
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}

/** The page already holds the wording of every signal, beside its box. */
function wordingsIn(form: HTMLFormElement): Map<string, string> {
  const wordings = new Map<string, string>()
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    wordings.set(box.value, box.labels?.[0]?.textContent ?? '')
  }
  return wordings
}

/** Lies exactly under the field, so that a line under its words is a line under the typed words. */
function underlay(field: HTMLTextAreaElement): HTMLElement {
  const paper = document.createElement('div')
  const words = document.createElement('div')
  paper.className = 'paper'
  words.className = `${field.className} paper__words`
  words.setAttribute('aria-hidden', 'true')
  field.replaceWith(paper)
  paper.append(words, field)
  return words
}

/** New markup for the list; what was open in it stays open. */
function replace(list: HTMLElement, written: string): void {
  const signalOf = (each: Element) => each.querySelector('h3')?.textContent
  const open = new Set([...list.querySelectorAll('.finding:has(details[open])')].map(signalOf))
  list.innerHTML = written
  for (const each of list.querySelectorAll('.finding')) {
    const more = each.querySelector('details')
    if (more && open.has(signalOf(each))) more.open = true
  }
}

/** Says newly recognised words once, after the typing pauses, to those who do not see the line. */
function announcer(status: HTMLElement, recognised: string) {
  const said = new Set<string>()
  let timer = 0
  return (phrases: readonly string[]) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      const fresh = phrases.filter((phrase) => !said.has(phrase))
      for (const phrase of fresh) said.add(phrase)
      if (fresh.length > 0) status.textContent = `${recognised} ${fresh.join(', ')}`
    }, 1200)
  }
}

function looksLike(other: Language, text: string): boolean {
  const { words } = tokenise(text)
  return words.length > 3 && detectLanguage(words) === other
}

async function keepOffline(language: Language): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const ask = async () => (await serviceWorker.ready).active?.postMessage({ keep: language })
  serviceWorker.addEventListener('controllerchange', ask)
  await serviceWorker.register('/verken-offline.js')
  await ask()
}
