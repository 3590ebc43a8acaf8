/** An invitation's address. The token stands behind the #, which a browser never sends to any server. */
export const joinAddress = (token: string): string => `${location.origin}/join#${token}`

export const tokenInAddress = (): string | undefined => {
  const token = location.hash.slice(1)
  return /^[\w-]{43}$/.test(token) ? token : undefined
}

const guessed = ['123456', '654321', '012345', '543210', '121212', '112233', '123123', '101010', '696969']

/** A PIN of one digit, of two digits in turn, or in a row is guessed first. */
export const isWeakPin = (pin: string): boolean => guessed.includes(pin) || new Set(pin).size < 3
