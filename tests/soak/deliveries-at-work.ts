import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { somebody } from '#tests/an-app.ts'
import { type AtWork, coordinator, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import {
  actsAbout,
  disagreements,
  goOn,
  sealedNow,
  someWords,
  stillOnDisk,
  untilCarried,
  whenShown,
} from './between-organisations.ts'
import { type OpenedCases, openACase } from './open-a-case.ts'
import { aForm, type SentForms } from './sent-forms.ts'
import { shareFromAFile } from './share-from-a-file.ts'

const municipal = somebody('rosa-regie')
const between = { sender: coordinator.organisationId, recipient: municipal.organisationId }

type Act = 'accept' | 'return' | 'decline' | 'reply' | 'recall'

type Delivery = {
  readonly id: string
  readonly fact: string
  /** at the recipient's */
  received: string
  /** what was acknowledged about it, each once */
  readonly done: Set<Act>
}

const isOver = ({ done }: Delivery) => done.has('recall') || done.has('decline')

/**
 * Somebody who delivers, and somebody who accepts, declines or sends it back with a question. What was accepted
 * before the plug was pulled is taken back after it.
 */
export function deliveriesAtWork(forms: SentForms, opened: OpenedCases, folder: string): AtWork {
  const deliveries: Delivery[] = []
  /** sealed words and wrapped keys that lay at the recipient's, by their id there */
  const sealed = new Map<string, readonly Buffer[]>()
  let turn = 0

  async function oneDelivery(origin: string): Promise<void> {
    const school = await signedIn(origin, coordinator)
    const caseId = await openACase(school, forms, opened)
    const fact = someWords('zeldzaam')
    const said = { text: fact, source: 'mentor', origin: 'own', key: newId() }
    await goOn(school, `/casussen/${caseId}/feit`, said)
    const begin = { soort: 'case', dossier: caseId }
    const to = `${municipal.organisationId}/municipal-coordinator`
    let delivery: Delivery | undefined
    await shareFromAFile(school, forms, { who: coordinator, begin, fact, to }, (id) => {
      delivery = { id, fact, received: '', done: new Set() }
      deliveries.push(delivery)
    })
    if (!delivery) return
    const { body } = await school.get(`/delen/${delivery.id}`)
    const town = await signedIn(origin, municipal)
    delivery.received = await arrived(town, /D-\w{4}-\w{4}/.exec(body)?.[0] ?? '-')
    turn += 1
    await answer(school, town, delivery, turn % 3)
  }

  /** Its id at the recipient's, where the list shows its reference. */
  async function arrived(town: Visitor, reference: string): Promise<string> {
    const { body } = await whenShown(town, '/ontvangen', (page) => page.body.includes(reference))
    const [before = '', behind = ''] = body.split(reference)
    const link = /href="\/ontvangen\/([0-9a-f-]{36})"/
    const last = [...before.matchAll(new RegExp(link, 'g'))].at(-1)?.[1]
    return last ?? link.exec(behind)?.[1] ?? ''
  }

  async function answer(school: Visitor, town: Visitor, one: Delivery, how: number) {
    if (how === 0) return does(town, one, 'decline')
    if (how === 1) {
      await does(town, one, 'return')
      const form = `action="/delen/${one.id}/antwoord"`
      await whenShown(school, `/delen/${one.id}`, ({ body }) => body.includes(form))
      await does(school, one, 'reply')
    }
    return does(town, one, 'accept')
  }

  function does(visitor: Visitor, one: Delivery, act: Act): Promise<void> {
    const words = someWords('reden')
    const there = `/ontvangen/${one.received}`
    const [who, path, fields] = (
      {
        accept: [municipal, `${there}/aannemen`, {}],
        return: [municipal, `${there}/terugsturen`, { 'return-words': words }],
        decline: [municipal, `${there}/afwijzen`, { 'decline-words': words }],
        reply: [coordinator, `/delen/${one.id}/antwoord`, { words }],
        recall: [coordinator, `/delen/${one.id}/terughalen`, { because: 'mistake', words }],
      } as const
    )[act]
    const form = aForm(who, path, { ...fields, key: newId() }, () => one.done.add(act))
    return forms.send(visitor, form)
  }

  async function takeBack(origin: string): Promise<void> {
    const before = deliveries.filter((one) => sealed.has(one.received) && !isOver(one))
    const school = await signedIn(origin, coordinator)
    for (const one of before) await does(school, one, 'recall')
  }

  const missingAt = async (visitor: Visitor, path: string, one: Delivery) =>
    foundIn((await visitor.get(path)).body, one.fact, `what was delivered, at ${path}`)

  async function wordsAt(town: Visitor, one: Delivery): Promise<Finding[]> {
    if (one.received === '') return []
    const path = `/ontvangen/${one.received}`
    if (!isOver(one)) return missingAt(town, path, one)
    const { body } = await town.get(path)
    if (!body.includes(one.fact)) return []
    return [{ kind: 'half', what: `the recipient still reads ${path}` }]
  }

  return {
    async work(origin) {
      let ended = false
      await untilGone(async () => {
        if (!ended) await takeBack(origin)
        ended = true
        await oneDelivery(origin)
      })
    },
    async afterwards(origin) {
      const findings = [...(await untilCarried(folder))]
      findings.push(...(await disagreements(folder, between)))
      const subjects = deliveries.flatMap(({ id, received }) => [id, received])
      const acts = await actsAbout(folder, subjects.filter(Boolean))
      const [school, town] = [
        await signedIn(origin, coordinator),
        await signedIn(origin, municipal),
      ]
      for (const one of deliveries) {
        const expected = ['deliver', ...one.done]
        for (const act of expected) {
          const own = act === 'deliver' || act === 'reply' || act === 'recall'
          const times = acts.get(`${own ? one.id : one.received} sharing.${act}`) ?? 0
          const what = `${act} of delivery ${one.id}: ${times} of 1`
          if (times !== 1) findings.push({ kind: times < 1 ? 'lost' : 'doubled', what })
        }
        findings.push(...(await missingAt(school, `/delen/${one.id}`, one)))
        findings.push(...(await wordsAt(town, one)))
      }
      const over = deliveries.filter((one) => isOver(one) && sealed.has(one.received))
      const erased = new Map(over.map(({ received }) => [received, sealed.get(received) ?? []]))
      const live = await sealedNow(folder)
      if (erased.size > 0) findings.push(...(await stillOnDisk(folder, { erased, live })))
      for (const [id, parts] of live) sealed.set(id, parts)
      return findings
    },
    acknowledged() {
      const count = (act: Act) => deliveries.filter(({ done }) => done.has(act)).length
      return {
        deliveries: deliveries.length,
        ...{ accepted: count('accept'), declined: count('decline'), replies: count('reply') },
        ...(sealed.size > 0 ? { 'taken back': count('recall') } : {}),
      }
    },
  }
}
