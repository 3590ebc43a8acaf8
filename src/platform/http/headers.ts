import type { MiddlewareHandler } from 'hono'

const policyWith = (scripts: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types asamblea',
  ].join('; ')

const policy = policyWith("'self'")
// Argon2 of the PIN is WebAssembly; it runs in a worker of its own, and only there may any be compiled.
const workerPolicy = policyWith("'self' 'wasm-unsafe-eval'")

const fixed = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'x-robots-tag': 'noindex',
}

/** The same headers on every answer, refusals and faults included. */
export const secureHeaders =
  (publicUrl: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    c.res.headers.set('content-security-policy', c.req.path.startsWith('/workers/') ? workerPolicy : policy)
    for (const [name, value] of Object.entries(fixed)) c.res.headers.set(name, value)
    if (publicUrl.startsWith('https:')) c.res.headers.set('strict-transport-security', 'max-age=63072000')
  }
