import { button, buttonLink } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { table } from '#design/table/table.ts'
import { type Language, link } from '#platform/language.ts'
import type { OwnPasskey, OwnSession } from './show-account.ts'
import { deviceName, moment, words } from './words.ts'

type Account = {
  readonly sessions: readonly OwnSession[]
  readonly passkeys: readonly OwnPasskey[]
  /** the session that shows this page */
  readonly sessionId: string
  readonly manages: boolean
}

export function accountPage(language: Language, account: Account): PageParts {
  const t = words(language).account
  const hasOthers = account.sessions.some(({ id }) => id !== account.sessionId)
  return {
    title: t.title,
    wide: true,
    content: html`<h1 class="heading-1">${t.title}</h1>
<p class="lead">${t.intro}</p>
${sessionTable(language, account)}
${hasOthers ? form({ action: link(language, '/sessies/andere'), content: button({ text: t.endOthers, look: 'danger' }) }) : ''}
<p class="quiet">${t.rule}</p>
<h2 class="heading-2">${t.passkeys}</h2>
${account.passkeys.length > 0 ? passkeyTable(language, account.passkeys, '/sessies/passkeys') : html`<p>${t.noPasskeys}</p>`}
<p><a href="${link(language, '/kies-organisatie')}">${t.switch}</a></p>
${account.manages ? html`<p>${buttonLink({ text: t.manage, look: 'secondary', href: link(language, '/organisatie/mensen') })}</p>` : ''}`,
  }
}

function sessionTable(language: Language, { sessions, sessionId }: Account): Html {
  const t = words(language).account
  return table({
    caption: t.sessions,
    columns: [
      { heading: t.device },
      { heading: t.how },
      { heading: t.start },
      { heading: t.lastSeen },
      { heading: t.act, headingHidden: true },
    ],
    rows: sessions.map(({ id, device, method, startedAt, seenAt }) => {
      const name = deviceName(language, device)
      return [
        id === sessionId ? html`${name}<br><strong>${t.thisOne}</strong>` : name,
        t.methods[method] ?? method,
        moment(language, startedAt),
        moment(language, seenAt),
        form({
          action: link(language, `/sessies/${id}/beeindig`),
          content: button({
            text: html`${t.end}<span class="visually-hidden">: ${t.endHidden(name)}</span>`,
            look: 'subtle',
          }),
        }),
      ]
    }),
  })
}

/** `under` is the address below which each can be revoked. */
export function passkeyTable(
  language: Language,
  passkeys: readonly OwnPasskey[],
  under: string,
): Html {
  const t = words(language).account
  return table({
    caption: t.passkeys,
    captionHidden: true,
    columns: [
      { heading: t.madeOn },
      { heading: t.made },
      { heading: t.used },
      { heading: t.revoke, headingHidden: true },
    ],
    rows: passkeys.map(({ id, device, madeAt, usedAt }) => {
      const name = deviceName(language, device)
      return [
        name,
        moment(language, madeAt),
        usedAt ? moment(language, usedAt) : t.never,
        form({
          action: link(language, `${under}/${id}/intrekken`),
          content: button({
            text: html`${t.revoke}<span class="visually-hidden">: ${t.revokeHidden(name)}</span>`,
            look: 'subtle',
          }),
        }),
      ]
    }),
  })
}
