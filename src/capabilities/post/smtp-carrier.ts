import type { Carrier } from './carrier.ts'
import type { Attempt } from './delivery.ts'
import type { Letter } from './letter.ts'

type Settings = {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string
  readonly from: string
  /** milliseconds that one letter may take altogether */
  readonly deadline?: number
}

/** Milliseconds of silence after which the mail server counts as away. */
const silence = 10_000

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** Hands letters to the organisation's own mail server, one connection for each. */
export function smtpCarrier({ url, from, deadline = 60_000 }: Settings): Carrier {
  const { username, hostname } = new URL(url)
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const options = {
    url,
    // A password never travels in the clear.
    requireTLS: username !== '' && !loopback.includes(hostname),
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  }

  async function send({ id, to, subject, text }: Letter): Promise<Attempt> {
    // Loaded when there is something to send, so that starting stays quick.
    const { createTransport } = await import('nodemailer')
    const mailer = createTransport(options)
    try {
      await mailer.sendMail({
        from: { name: 'Oogmerk', address: from },
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        // source: RFC 3834, so that no holiday notice answers
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { kind: 'sent' }
    } finally {
      mailer.close()
    }
  }

  return {
    async carry(letter) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<Attempt>((resolve) => {
        const attempt = { kind: 'failed', code: 'deadline', away: true } as const
        timer = setTimeout(() => resolve(attempt), deadline)
      })
      const sent = send(letter).catch(attemptFrom)
      return Promise.race([sent, late]).finally(() => clearTimeout(timer))
    },
  }
}

/** Codes that are about this letter alone; every other one means that the next letter fails too. */
const aboutTheLetter = ['EENVELOPE', 'EMESSAGE']

/** The answer in codes only: what a mail server says in words may quote the address. */
function attemptFrom(error: unknown): Attempt {
  const { code, responseCode, command } = error as Record<string, unknown>
  const named = typeof code === 'string' && /^E[A-Z]{2,20}$/.test(code) ? code : 'EUNKNOWN'
  const number = typeof responseCode === 'number' ? `-${responseCode}` : ''
  const told = `${named.toLowerCase()}${number}`
  // source: RFC 5321 4.2.1, a reply that begins with 5 will be the same next time
  const refused = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600
  if (refused && command === 'RCPT TO') return { kind: 'undeliverable', code: told }
  const away = !aboutTheLetter.includes(named) || (refused && command === 'MAIL FROM')
  return { kind: 'failed', code: told, away }
}
