import fc from 'fast-check'
import type { Operation } from '#platform/http/limits.ts'
import { inputsOf, type Source } from './inputs.ts'
import { requestOf } from './requests.ts'

/** An HTTP request that somebody careless, curious or hostile might send. */
export type Hostile = { operation: string; url: string; init: RequestInit }

/** Requests around one operation: its own input, bent in values, in shape, on the way, or not at all. */
export const hostileRequests = (operation: Operation, source: Source): fc.Arbitrary<Hostile> => {
  const input = operation.input ? inputsOf(operation.input, source) : fc.constant(undefined)
  return fc.tuple(input, fc.array(bend, { maxLength: 3 }), transport).map(([good, bends, send]) => ({
    operation: operation.name,
    ...send(
      requestOf(
        operation,
        bends.reduce((value, one) => one(value), good),
      ),
    ),
  }))
}

const nasty: unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    0.5,
    1e308,
    2 ** 31,
    2 ** 53,
    2 ** 63,
    [],
    {},
    [[]],
    '',
    ' ',
    '\u0000',
    'a\u0000b',
  ],
  ...[
    '\ud800',
    '\udfffa',
    '\u202eovitsan',
    'ﷺ'.repeat(60),
    'a'.repeat(10_000),
    '💣'.repeat(700),
    '__proto__',
  ],
  ...[
    "' or 1=1 --",
    '"; drop table people; --',
    '{{7*7}}',
    '<img src=x onerror=alert(1)>',
    '../../etc/passwd',
  ],
  ...[
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    '-infinity',
    'infinity',
    '-infinity~x',
    '2026-03-02~',
    'NaN',
    '1e999',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'FFFFFFFF-ffff-4fff-bfff-FFFFFFFFFFFF',
  ],
  ...['America/Atlantis', '+00:01', 'en-US-u-ca-x', '\\', '%', '_', '%00', '\r\nset-cookie: a=b'],
  Array.from({ length: 3_000 }, (_, at) => at),
  nested(300),
]

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: [nested(depth - 1)] }
}

type Bend = (value: unknown) => unknown

/** One change somewhere inside a value. `where` chooses the place, level by level. */
const bend: fc.Arbitrary<Bend> = fc
  .tuple(
    fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
    fc.oneof(
      fc.constantFrom(...nasty).map(
        (one): Bend =>
          () =>
            one,
      ),
      fc.constantFrom<Bend>(
        without,
        twice,
        withMore,
        quoted,
        (value) => [value],
        () => undefined,
      ),
    ),
  )
  .map(
    ([where, change]) =>
      (value) =>
        bent(value, where, change),
  )

const bent = (value: unknown, [at = 0, ...rest]: number[], change: Bend): unknown => {
  if (typeof value !== 'object' || value === null) return change(value)
  const keys = Object.keys(value)
  const key = keys[at % (keys.length + 1)]
  if (key === undefined) return change(value)
  const inner = (value as Record<string, unknown>)[key]
  const changed = rest.length === 0 ? change(inner) : bent(inner, rest, change)
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
}

function without(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(Object.entries(value).slice(1))
}

function twice(value: unknown): unknown {
  return Array.isArray(value) ? [...value, ...value] : value
}

function withMore(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return JSON.parse(
    `{"__proto__": {"polluted": true}, "constructor": 1, "extra": 2, ${JSON.stringify(value).slice(1)}`.replace(
      /, \}$/,
      '}',
    ),
  )
}

function quoted(value: unknown): unknown {
  return typeof value === 'string' ? { text: value } : JSON.stringify(value)
}

type Request = { url: string; init: RequestInit }
type Send = (request: Request) => Request

const header =
  (name: string, value: string): Send =>
  ({ url, init }) => ({
    url,
    init: { ...init, headers: { ...(init.headers as Record<string, string>), [name]: value } },
  })
const body =
  (change: (text: string) => RequestInit['body']): Send =>
  ({ url, init }) => ({
    url,
    init: typeof init.body === 'string' ? { ...init, body: change(init.body)! } : init,
  })
const path =
  (change: (url: string) => string): Send =>
  ({ url, init }) => ({ url: change(url), init })
const method =
  (name: string): Send =>
  ({ url, init }) => {
    const { body: _, ...rest } = init
    return { url, init: { ...(name === 'GET' || name === 'HEAD' ? rest : init), method: name } }
  }

/** Most requests arrive as they are meant; the others are bent on the way. */
const transport: fc.Arbitrary<Send> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Send>((request) => request) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Send>(
      ...[
        'text/plain',
        'application/xml',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'nonsense',
      ].map((type) => header('content-type', type)),
      header('content-type', 'application/x-www-form-urlencoded'),
      header('content-type', 'application/json; charset=utf-16'),
      header('content-disposition', 'attachment; filename="a"'),
      ...['de', 'en-US,en;q=0.9', 'es'].map((language) => header('accept-language', language)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Send>(
      body((text) => text.slice(0, -2)),
      body((text) => `\ufeff${text}`),
      body((text) => `[${text}]`),
      body(() => ''),
      body(() => 'null'),
      body(() => '"a"'),
      body(() => `${'['.repeat(50_000)}${']'.repeat(50_000)}`),
      body(() => '{"a":'.repeat(5_000)),
      body((text) => `${text.slice(0, -1)},"extra":"${'a'.repeat(300_000)}"}`),
      body((text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe, 0x22, 0x7d])])),
      body(() => 'a[__proto__][polluted]=1&constructor[prototype][polluted]=1&b[]=1&b[x]=2'),
      body(
        () => '--x\r\ncontent-disposition: form-data; name="a[__proto__][polluted]"\r\n\r\n1\r\n--x--\r\n',
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Send>(
      path((url) => url.replace('/api/', '/api//')),
      path((url) => url.replaceAll('/', '//').replace('//', '/')),
      path((url) => `${url}/`),
      path((url) => `${url}.`),
      path((url) => `${url};x=1`),
      path((url) => url.toUpperCase()),
      path((url) => url.replace('/api/', '/api/%2e%2e/api/')),
      path((url) => url.replace(/\/([^/]*)$/, '%2f$1')),
      path((url) => `${url}%00`),
      path((url) => `${url}%ff%fe`),
      path((url) => `${url}/%E0%A4%A`),
      path((url) => `${url}?a[__proto__][polluted]=1&a[]=2&level=3&level=4&text[]=x&id=1`),
      path((url) => `${url}?${'a=1&'.repeat(2_000)}`),
      path((url) => url.replace('/api/', '/api/x'.repeat(500))),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Send>(
      ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map(method),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Send>(
      header('asamblea-organization', 'nonsense'),
      header('asamblea-organization', "' or '1'='1"),
      header('cookie', 'session='),
      header('cookie', `session=${'a'.repeat(5_000)}`),
      header('cookie', '__proto__=1; session=%00'),
      header('origin', 'https://elsewhere.example'),
      header('sec-fetch-site', 'cross-site'),
      header('content-length', '99999999999'),
      header('transfer-encoding', 'nonsense'),
    ),
  },
)
