const shortest = 12
const common = [
  'contraseña',
  'password',
  '123456',
  'qwerty',
  'sindicato',
  'mexico',
  'méxico',
  'asamblea',
  'guadalupe',
]

/** Whether a password is easy to guess: short, nearly one letter, the login itself, or built on a common word. */
export const isWeak = (password: string, login: string): boolean => {
  const lower = password.normalize('NFKC').toLowerCase()
  const rest = [login.toLowerCase(), ...common].reduce((left, word) => left.replaceAll(word, ''), lower)
  return lower.length < shortest || new Set(lower).size < 6 || rest.length < shortest / 2
}

/** An organization keeps two owners once it has them: the last two can not be removed. */
export const leavesEnoughOwners = (owners: number): boolean => owners > 2

/** What takes two people is open for three days. */
export const approvalDays = 3
