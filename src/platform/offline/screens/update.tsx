import { useEffect, useState } from 'react'
import { trustedServiceWorker } from '../../http/trusted.ts'

/**
 * Registers the service worker. A new version takes over at once when the page was just opened and nobody touched it yet;
 * later it waits for a tap, so that it never falls into a half-written form. Answers with the function that the tap calls.
 */
export const useUpdate = (): (() => void) | undefined => {
  const [ready, setReady] = useState<ServiceWorker>()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    let touched = false
    const touch = () => {
      touched = true
    }
    addEventListener('pointerdown', touch, { once: true })
    addEventListener('keydown', touch, { once: true })
    const hadOne = navigator.serviceWorker.controller !== null
    const offer = (worker: ServiceWorker) => (touched ? setReady(worker) : worker.postMessage('take over'))
    const watch = (registration: ServiceWorkerRegistration) => {
      if (registration.waiting) offer(registration.waiting)
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
        })
      })
    }
    let reloaded = false
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (hadOne && !reloaded) {
        reloaded = true
        location.reload()
      }
    })
    trustedServiceWorker('/worker.js').then(watch, () => {})
    return () => {
      removeEventListener('pointerdown', touch)
      removeEventListener('keydown', touch)
    }
  }, [])
  return ready && (() => ready.postMessage('take over'))
}
