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

/** A worker that is asked one question at a time and answers in order; `broken` is the answer of one that failed. */
export const askedWorker = <Question, Answer>(url: string, broken: Answer) => {
  const worker = trustedWorker(url)
  let last: Promise<unknown> = Promise.resolve()
  const ask = (question: Question): Promise<Answer> => {
    const answer = last.then(
      () =>
        new Promise<Answer>((resolve) => {
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = () => resolve(broken)
          worker.postMessage(question)
        }),
    )
    last = answer
    return answer
  }
  return { ask, close: () => worker.terminate() }
}

export const trustedServiceWorker = (path: string) =>
  navigator.serviceWorker.register(policy.createScriptURL(new URL(path, location.href).href), {
    type: 'module',
    updateViaCache: 'none',
  })
