import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { fetchFrom, InnerAddress, isPublicAddress } from './public-fetch.ts'

const publicFetch = fetchFrom(isPublicAddress)

test('this machine, its own network and what has a special use are no public addresses', () => {
  for (const address of [
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.0.0.5', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fd00::1', 'fe80::1', 'fe80::1%eth0', 'ff02::1', '::ffff:127.0.0.1'],
    ...[
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:0:7f00:1::',
      '::7f00:1',
      'localhost',
      '',
    ],
  ]) {
    assert.equal(isPublicAddress(address), false, address)
  }
})

test('what everybody can reach is public, also just beside what is not', () => {
  for (const address of [
    ...['8.8.8.8', '11.0.0.1', '172.15.0.1', '172.32.0.1', '192.167.1.1', '100.128.0.1'],
    ...['169.253.1.1', '223.255.255.1', '2606:4700::1111', '2a00::1'],
  ]) {
    assert.equal(isPublicAddress(address), true, address)
  }
})

test('an inner address is not connected to, however it is written', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end('secret')
  })
  await new Promise<void>((ready) => server.listen(0, ready))
  const { port } = server.address() as AddressInfo
  try {
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '0', '[::]']) {
      await assert.rejects(publicFetch(`http://${host}:${port}/`), InnerAddress, host)
    }
    for (const host of ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]']) {
      await assert.rejects(publicFetch(`http://${host}:${port}/`), InnerAddress, host)
    }
    assert.equal(asked, 0)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('an answer comes as it was given, is not followed, and is not endless', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/endless') response.end(Buffer.alloc(2 * 1024 * 1024))
    else if (request.url === '/away') response.writeHead(302, { location: '/' }).end()
    else request.pipe(response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const anywhere = fetchFrom(() => true)
  const ask = (path: string) =>
    anywhere(`http://localhost:${port}${path}`, {
      method: 'POST',
      body: new URLSearchParams('a=b'),
    })
  try {
    assert.equal(await (await ask('/')).text(), 'a=b')
    const away = await ask('/away')
    assert.deepEqual([away.status, away.headers.get('location')], [302, '/'])
    await assert.rejects(ask('/endless'), /too long/)
    const patient = fetchFrom(() => true, { longest: 3 * 1024 * 1024 })
    const whole = await (await patient(`http://localhost:${port}/endless`)).arrayBuffer()
    assert.equal(whole.byteLength, 2 * 1024 * 1024)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
