import { plain } from '#platform/text/plain.ts'

const particles = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'da', 'do', 'san', 'santa'])

/** The words of a name in one order: payrolls write surnames first, people write them last. */
export const nameKey = (name: string): string => words(name).sort().join(' ')

/**
 * A rough key shared by names that may be one person: the sounds of its three longest words. Spanish spellings of one sound are
 * folded: b/v, c/s/z, g/j, ll/y, silent h, qu/k.
 */
export const nameBlock = (name: string): string =>
  words(name)
    .sort((a, b) => b.length - a.length || a.localeCompare(b))
    .slice(0, 3)
    .map(sound)
    .sort()
    .join(' ')

/** How alike two names are, 0 to 1: Jaro–Winkler of their ordered words (Winkler 1990). */
export const nameLikeness = (one: string, other: string): number => jaroWinkler(nameKey(one), nameKey(other))

/** "María Fernanda López Ortiz" becomes "María L.": enough for a colleague to tell who, too little for a list of names. */
export const handleFrom = (name: string): string => {
  const [first = '', ...rest] = name
    .trim()
    .split(/\s+/)
    .filter((word) => !particles.has(plain(word)))
  const surname = rest.length > 1 ? rest.at(-2) : rest[0]
  return surname ? `${first} ${surname[0]!.toUpperCase()}.` : first
}

const words = (name: string) =>
  plain(name)
    .split(' ')
    .filter((word) => word !== '' && !particles.has(word))

const sound = (word: string): string =>
  word
    .replaceAll('h', '')
    .replaceAll(/v|w/g, 'b')
    .replaceAll(/qu?|k/g, 'k')
    .replaceAll(/c(?=[ei])|z/g, 's')
    .replaceAll('c', 'k')
    .replaceAll(/g(?=[ei])|x/g, 'j')
    .replaceAll('ll', 'y')
    .replaceAll(/(.)\1+/g, '$1')
    .slice(0, 5)

const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const usedB = new Array<boolean>(b.length).fill(false)
  const matchedA: string[] = []
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (usedB[j] || a[i] !== b[j]) continue
      usedB[j] = true
      matchedA.push(a[i]!)
      break
    }
  }
  const matches = matchedA.length
  if (matches === 0) return 0
  const matchedB = [...b].filter((_, at) => usedB[at])
  const swapped = matchedA.filter((letter, at) => letter !== matchedB[at]).length / 2
  const jaro = (matches / a.length + matches / b.length + (matches - swapped) / matches) / 3
  const shared = [...a].findIndex((letter, at) => letter !== b[at])
  return jaro + Math.min(4, shared < 0 ? a.length : shared) * 0.1 * (1 - jaro)
}
