import { useEffect, useState } from 'react'
import { trustedServiceWorker } from '../../http/trusted.ts'

/**
 * Registers the service worker. A new version takes over at once when the page was just opened and nobody touched it yet;
 * later it waits for a tap, so that it never falls into a half-written form, in this window or in another one of ours. Answers
 * with the function that the tap calls.
 */
export const useUpdate = (): (() => void) | undefined => {
  const [update, setUpdate] = useState<() => void>()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const { serviceWorker } = navigator
    let touched = false
    let asked = false
    const touch = () => {
      touched = true
    }
    addEventListener('pointerdown', touch, { once: true })
    addEventListener('keydown', touch, { once: true })
    let controlled = serviceWorker.controller !== null
    const offer = (worker: ServiceWorker) => {
      const take = () => {
        asked = true
        worker.postMessage('take over')
      }
      if (touched) setUpdate(() => take)
      else take()
    }
    const watch = (registration: ServiceWorkerRegistration) => {
      if (registration.waiting) offer(registration.waiting)
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && serviceWorker.controller) offer(worker)
        })
      })
    }
    let reloaded = false
    const changed = () => {
      // The first one of all takes over a page that is of its own version.
      const first = !controlled
      controlled = true
      if (first || reloaded) return
      const reload = () => {
        reloaded = true
        location.reload()
      }
      // Another window took the new version: this one, if somebody is at work in it, takes it by its own tap.
      if (asked || !touched) reload()
      else setUpdate(() => reload)
    }
    serviceWorker.addEventListener('controllerchange', changed)
    trustedServiceWorker('/worker.js').then(watch, () => {})
    return () => {
      removeEventListener('pointerdown', touch)
      removeEventListener('keydown', touch)
      serviceWorker.removeEventListener('controllerchange', changed)
    }
  }, [])
  return update
}
