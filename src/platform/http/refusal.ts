import { ORPCError } from '@orpc/contract'

/** One expected refusal: its HTTP status and the sentence that says what to do, in both languages. */
export type RefusalText = { status: number; es: string; en: string }
export type RefusalTexts = Readonly<Record<string, RefusalText>>
export type Refusal = ORPCError<string, unknown>

/**
 * A module's catalogue of refusals. Codes are `module.reason`, never reused. `data` may tell which field or which version,
 * never what a person wrote.
 */
export const catalogue = <const Texts extends RefusalTexts>(texts: Texts) => ({
  texts: texts as RefusalTexts,
  refuse: (code: keyof Texts & string, data?: Readonly<Record<string, unknown>>): Refusal => {
    const { status, es } = texts[code]!
    return new ORPCError(code, { status, message: es, data })
  },
})

/** Refusals that any operation may give. */
export const common = catalogue({
  invalid: {
    status: 422,
    es: 'Hay datos que no se entienden. Revísalos e inténtalo de nuevo; no se guardó nada.',
    en: 'Some of this could not be understood. Check it and try again; nothing was saved.',
  },
  'signed-out': {
    status: 401,
    es: 'Tu sesión terminó. Entra de nuevo; lo que escribiste sigue en este aparato.',
    en: 'Your session ended. Sign in again; what you wrote is still on this device.',
  },
  'not-allowed': {
    status: 403,
    es: 'Tu función en esta organización no permite hacer esto. Pídelo a quien coordina.',
    en: 'Your role in this organization does not allow this. Ask a coordinator.',
  },
  'prove-again': {
    status: 403,
    es: 'Para esto hay que confirmar que eres tú. Entra de nuevo y repítelo.',
    en: 'This needs you to confirm that it is you. Sign in again and repeat it.',
  },
  missing: {
    status: 404,
    es: 'No existe o no está a tu alcance.',
    en: 'It does not exist, or is out of your reach.',
  },
  stale: {
    status: 409,
    es: 'Alguien lo cambió antes. Mira las dos versiones y decide cuál queda.',
    en: 'Somebody changed it first. Look at both versions and decide which stays.',
  },
  'too-large': {
    status: 413,
    es: 'Es demasiado grande para enviarlo de una vez. Divídelo y envía cada parte.',
    en: 'It is too large to send at once. Split it and send each part.',
  },
  'not-ours': {
    status: 403,
    es: 'La petición no vino de esta página. Recárgala e inténtalo de nuevo.',
    en: 'The request did not come from this page. Reload it and try again.',
  },
  'slow-down': {
    status: 429,
    es: 'Demasiados intentos. Espera un momento y vuelve a intentarlo.',
    en: 'Too many attempts. Wait a moment and try again.',
  },
  busy: {
    status: 503,
    es: 'El servidor no puede atender ahora. Tus datos siguen aquí; vuelve a intentarlo en un minuto.',
    en: 'The server cannot answer now. Your data is still here; try again in a minute.',
  },
  fault: {
    status: 500,
    es: 'Algo falló de nuestro lado. No se guardó nada a medias. Di este código a quien atiende el servidor.',
    en: 'Something failed on our side. Nothing was half saved. Give this code to whoever runs the server.',
  },
})

/** What is written down about a fault: never a message, which could quote what a person wrote. */
export type FaultReport = { reference: string; name: string; code: string; stack: string }

/** A refusal as it goes to the caller; anything else becomes a fault that says nothing of its cause. */
export const asRefusal = (error: unknown, report: (fault: FaultReport, cause: unknown) => void): Refusal => {
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST')
    return common.refuse('invalid', fieldsOf(error))
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  if (isLostConnection(error)) return common.refuse('busy')
  const complaint = databaseComplaint(error)
  if (complaint) return common.refuse(complaint)
  const reference = crypto.randomUUID().slice(0, 8)
  report({ reference, ...framesOf(error) }, error)
  return common.refuse('fault', { reference })
}

/** Which fields were not understood; never what was written in them. */
const fieldsOf = (error: Refusal) => {
  const issues = (error.data as { issues?: { path?: PropertyKey[] }[] } | undefined)?.issues ?? []
  return { fields: issues.map(({ path = [] }) => path.map(String).join('.')) }
}

const framesOf = (error: unknown) => {
  const {
    name = 'Error',
    code = '',
    stack = '',
  } = (error ?? {}) as { name?: string; code?: string; stack?: string }
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { name, code: String(code), stack: frames.slice(0, 8).join('\n') }
}

/** What the database refused for the caller's reasons: it validates last, and its complaint is translated. */
const databaseComplaint = (error: unknown) => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string }
  if (code === '23505') return 'stale'
  if (code === '23503') return 'missing'
  if (code === '40001' || code === '40P01') return 'busy'
  if (invalid.has(String(code))) return 'invalid'
  // Half a character within a list of texts; any other value of a wrong form is a fault of ours.
  return code === '22P02' && message?.endsWith('type json') ? 'invalid' : undefined
}

// A text with a NUL, a number or a day out of range (the year 0), a check of the table, one row named twice.
const invalid = new Set(['22021', '22P05', '22003', '22008', '23514', '21000'])

// Socket errors, and PostgreSQL classes 57P (shutdown), 08 (connection), 53 (no room left).
const lost = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|57P0\d|08\w{3}|53\w{3})$/

const isLostConnection = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return (
    lost.test(String(code ?? '')) ||
    /^Connection terminated|timeout exceeded when trying to connect|is not queryable$/.test(message ?? '')
  )
}
