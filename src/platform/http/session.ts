import { hash, randomBytes } from 'node:crypto'

const twelveHours = 12 * 3600

/** The cookie that carries a session; `__Host-` binds it to this host over https. */
const cookieName = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-session' : 'session')

/** 256 random bits for whoever holds it; the database keeps only the digest. */
export const newToken = () => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer')

/** The digest of the session in the request's cookie, if it has one. */
export const sessionHashIn = (headers: Headers, publicUrl: string): Buffer | undefined => {
  const wanted = `${cookieName(publicUrl)}=`
  const cookie = (headers.get('cookie') ?? '').split('; ').find((part) => part.startsWith(wanted))
  return cookie ? tokenHash(cookie.slice(wanted.length)) : undefined
}

export const sessionCookie = (token: string, publicUrl: string) => cookie(token, publicUrl, twelveHours)

export const endedCookie = (publicUrl: string) => cookie('', publicUrl, 0)

const cookie = (value: string, publicUrl: string, seconds: number) => {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookieName(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`
}
