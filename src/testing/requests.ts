import type { Operation } from '#platform/http/limits.ts'

/** The HTTP request of one operation: what its path names goes there, the rest into the query or the body. */
export const requestOf = (
  { method, path }: Pick<Operation, 'method' | 'path'>,
  input: unknown,
  headers: Record<string, string> = {},
): { url: string; init: RequestInit } => {
  const rest = { ...(input as Record<string, unknown> | undefined) }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (method === 'GET') {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
    return { url: `/api${filled}${query.size > 0 ? `?${query}` : ''}`, init: { method, headers } }
  }
  const body = JSON.stringify(rest)
  return {
    url: `/api${filled}`,
    init: { method, headers: { 'content-type': 'application/json', ...headers }, body },
  }
}
