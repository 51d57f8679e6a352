import { systemClock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import { somebody } from '#tests/an-app.ts'
import { type AtWork, coordinator, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import { goOn, someWords, untilCarried, whenShown } from './between-organisations.ts'
import { aForm, type SentForms } from './sent-forms.ts'
import { shareFromAFile } from './share-from-a-file.ts'

const guest = somebody('rosa-regie')

type Table = {
  readonly at: string
  readonly question: string
  readonly written: string[]
  /** what was brought, as the guest finds it at the table */
  readonly brought: string[]
}

/** Somebody who convenes a round table, writes something down for it, and brings that to who takes part. */
export function tablesAtWork(forms: SentForms, folder: string): AtWork {
  const tables: Table[] = []

  async function oneTable(origin: string): Promise<void> {
    const convener = await signedIn(origin, coordinator)
    const question = someWords('wie kan wat doen')
    const fields = {
      invited: `${guest.organisationId}:municipal-coordinator`,
      ...{ aim: 'help', question, agenda: '', place: '', key: newId() },
      ...datePartsFrom('day', dutchDay(systemClock())),
    }
    let table: Table | undefined
    const convened = aForm(coordinator, '/overleg/nieuw', fields, ({ location }) => {
      table = { at: location, question, written: [], brought: [] }
      tables.push(table)
    })
    await forms.send(convener, convened)
    if (!table) return
    const { at } = table
    const visitor = await signedIn(origin, guest)
    await whenShown(visitor, at, ({ status }) => status === 200)
    await goOn(visitor, `${at}/plaats`, { act: 'join' })
    const text = someWords('twee telefoons en')
    const fact = { kind: 'fact', text, source: 'een mentor', moment: '', beside: '', key: newId() }
    const written = table.written
    const form = aForm(coordinator, `${at}/opschrijven`, fact, () => written.push(text))
    await forms.send(convener, form)
    const id = at.split('/').at(-1)
    const way = `bij=round-table/${id}`
    await whenShown(
      convener,
      `/delen/nieuw?${way}`,
      ({ status, body }) => status === 200 && body.includes(guest.organisationId),
    )
    const { brought } = table
    await shareFromAFile(
      convener,
      forms,
      {
        who: coordinator,
        begin: {
          bij: `round-table/${id}`,
          aan: guest.organisationId,
          bestand: `round-table/${id}`,
        },
        fact: text,
        to: `${guest.organisationId}/municipal-coordinator`,
      },
      (delivery) => brought.push(delivery),
    )
  }

  return {
    work: (origin) => untilGone(() => oneTable(origin)),
    async afterwards(origin) {
      const findings: Finding[] = [...(await untilCarried(folder))]
      for (const who of [coordinator, guest]) {
        const visitor = await signedIn(origin, who)
        for (const { at, question, written, brought } of tables) {
          const { body } = await visitor.get(at)
          const what = `${at}, read by ${who.personId}`
          if (!body.includes(question)) findings.push({ kind: 'lost', what: `the aim of ${what}` })
          const there = who === coordinator ? written : []
          for (const words of there) findings.push(...foundIn(body, words, what))
          // A line for each thing that was brought leads to where it is read. Who brings has drafts there too.
          const links = new Set(body.match(/\/(?:delen|ontvangen)\/[0-9a-f-]{36}/g))
          const drafts = who === coordinator
          if (links.size < brought.length || (links.size > brought.length && !drafts)) {
            const kind = links.size < brought.length ? 'lost' : 'doubled'
            findings.push({ kind, what: `brought to ${what}: ${links.size}` })
          }
        }
      }
      return findings
    },
    acknowledged: () => ({
      'round tables': tables.length,
      'brought to tables': tables.filter(({ brought }) => brought.length > 0).length,
    }),
  }
}
