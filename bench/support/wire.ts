import { connect, createServer } from 'node:net'

/** Stands between a browser and a server, and counts every byte that the browser is sent, headers included. */
export const openWire = async (port: number, serverPort: number) => {
  let bytes = 0
  const paths = new Set<string>()
  const wire = createServer((browser) => {
    const server = connect(serverPort, '127.0.0.1')
    browser.on('data', (chunk) => {
      for (const [, path] of chunk.toString('latin1').matchAll(/^GET (\S+) HTTP/gm)) paths.add(path!)
    })
    server.on('data', (chunk) => {
      bytes += chunk.length
    })
    browser.pipe(server).pipe(browser)
    for (const side of [browser, server]) {
      side.on('error', () => {})
      side.on('close', () => (side === browser ? server : browser).destroy())
    }
  })
  await new Promise<void>((resolve) => wire.listen(port, '127.0.0.1', resolve))
  return { bytes: () => bytes, paths, close: () => wire.close() }
}
