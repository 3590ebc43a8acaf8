/// <reference lib="webworker" />
import { deliverAll } from './platform/offline/phone/deliver.ts'

// The service worker: keeps the shell and the gate's screens to work without a signal, and sends what waits when the signal
// comes back. It never keeps an answer of the server.
declare const self: ServiceWorkerGlobalScope

const cacheName = `agenda-${__VERSION__}`

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()))
})

// A new version takes over on an idle launch or by a tap: the page decides, never the worker by itself.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
  // A tablet becomes a booth: from now on it works without a signal.
  if (data === 'keep the booth') void caches.open(cacheName).then((cache) => cache.addAll(__BOOTH_FILES__))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(shell(request))
  else if (/^\/(assets|workers)\//.test(url.pathname) || __FILES__.includes(url.pathname))
    event.respondWith(kept(request))
})

self.addEventListener('sync', (event) => {
  if ((event as Event & { tag: string }).tag === 'deliver') (event as ExtendableEvent).waitUntil(deliverAll())
})

/** A tablet that was a booth with the version before stays one. */
const keepShell = async () => {
  const known = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
  const wasBooth = known.flat().some(({ url }) => /\/assets\/(booth|BoothPage)-/.test(url))
  const cache = await caches.open(cacheName)
  await cache.addAll(wasBooth ? [...__FILES__, ...__BOOTH_FILES__] : __FILES__)
}

const dropOldCaches = async () => {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith('agenda-') && name !== cacheName)
      .map((name) => caches.delete(name)),
  )
}

/** The shell at once, from the cache; the network only where it is not kept. */
const shell = async (request: Request): Promise<Response> => (await caches.match('/')) ?? fetch(request)

/** Files with a hash in their name never change. */
const kept = async (request: Request): Promise<Response> => {
  const found = await caches.match(request)
  if (found) return found
  const response = await fetch(request)
  if (response.ok) {
    const cache = await caches.open(cacheName)
    await cache.put(request, response.clone())
  }
  return response
}
