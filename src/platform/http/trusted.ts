type Policy = { createScriptURL: (url: string) => string }
type TrustedTypes = { createPolicy: (name: string, rules: Policy) => Policy }

/** The only script addresses this page may load are its own: anything else throws before the browser sees it. */
const rules: Policy = {
  createScriptURL: (url) => {
    if (new URL(url, location.origin).origin !== location.origin)
      throw new Error('Not one of our own scripts.')
    return url
  },
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
const policy = trustedTypes?.createPolicy('asamblea', rules) ?? rules

export const trustedWorker = (url: string): Worker =>
  new Worker(policy.createScriptURL(new URL(url, location.href).href), { type: 'module' })

export const trustedServiceWorker = (path: string) =>
  navigator.serviceWorker.register(policy.createScriptURL(new URL(path, location.href).href), {
    type: 'module',
    updateViaCache: 'none',
  })
