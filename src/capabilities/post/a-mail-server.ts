import { createServer, type Socket } from 'node:net'

export type ReceivedMail = { readonly to: string; readonly source: string }

type Options = {
  readonly port?: number
  /** what is said to RCPT TO, such as '550 no such mailbox'; nothing for yes */
  readonly refuse?: (to: string) => string | undefined
  /** called before a mail is accepted */
  readonly hold?: () => Promise<void>
}

/** For tests: a mail server that speaks enough SMTP (RFC 5321) to receive, and remembers it all. */
export async function aMailServer({ port = 0, refuse, hold }: Options = {}) {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    const say = (line: string) => socket.write(`${line}\r\n`)
    let to = ''
    let source: string[] | undefined
    let rest = ''
    const hear = async (line: string): Promise<void> => {
      if (source) {
        if (line !== '.') return void source.push(line)
        received.push({ to, source: source.join('\n') })
        source = undefined
        await hold?.()
        say('250 kept')
      } else if (/^(EHLO|HELO|MAIL|RSET)/i.test(line)) say('250 go on')
      else if (/^RCPT/i.test(line)) {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        say(refuse?.(to) ?? '250 known')
      } else if (/^DATA/i.test(line)) {
        source = []
        say('354 tell')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else say('500 what')
    }
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) void hear(line)
    })
    say('220 a mail server')
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as { port: number }
  return {
    received,
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
