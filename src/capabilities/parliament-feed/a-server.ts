import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** For tests: a server on this machine for as long as something is asked of it. */
export async function onAServer<T>(
  answer: Parameters<typeof createServer>[1],
  then: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    return await then(`http://localhost:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
