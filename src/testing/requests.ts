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
    return encodeURIComponent(inPath(value))
  })
  if (method === 'GET') {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, inPath(value))
    return { url: `/api${filled}${query.size > 0 ? `?${query}` : ''}`, init: { method, headers } }
  }
  const isFields = typeof input === 'object' && input !== null && !Array.isArray(input)
  const body = JSON.stringify(isFields || input === undefined ? rest : input)
  return {
    url: `/api${filled}`,
    init: { method, headers: { 'content-type': 'application/json', ...headers }, body },
  }
}

const inPath = (value: unknown): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed()
