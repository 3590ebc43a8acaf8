import type { Page } from 'playwright-core'

/** Everything a page sends: addresses, headers and bodies. */
export const sentBy = (page: Page): (() => string) => {
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '')
  })
  return () => sent.join('\n')
}

/** Whether a code on paper stands in what was sent, with its dashes and spaces or without. */
export const tells = (sent: string, printed: string): boolean => {
  const [code] = printed.trim().split(' ')
  return sent.includes(code!) || sent.replaceAll('-', '').includes(code!.replaceAll('-', ''))
}
