import { type AddressInfo, connect, createServer } from 'node:net'
import type pg from 'pg'

/** The run's own PostgreSQL, which listens on a socket only, at an address of this machine; `alter` changes what it says. */
export const overTcp = async (config: pg.ClientConfig, alter = (said: Buffer) => said) => {
  const relay = createServer((client) => {
    const server = connect(`${config.host}/.s.PGSQL.${config.port ?? 5432}`)
    client.pipe(server)
    server.on('data', (said) => client.write(alter(said)))
    server.on('end', () => client.end())
    for (const side of [client, server]) side.on('error', () => {}).on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const { port } = relay.address() as AddressInfo
  return { config: { ...config, host: '127.0.0.1', port }, port, end: () => relay.close() }
}

/** A server of version 18 that says on the wire that it is 14. */
export const asVersion14 = (said: Buffer): Buffer =>
  Buffer.from(
    said
      .toString('latin1')
      .replaceAll(/(?<!\d)18(\d{4})(?!\d)/g, '14$1')
      .replaceAll('18.', '14.'),
    'latin1',
  )
