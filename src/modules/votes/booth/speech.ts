/** Reads aloud in the language of the screen; what was being read stops. Silent where the tablet has no voices. */
export const speak = (words: string): void => {
  if (!('speechSynthesis' in globalThis)) return
  speechSynthesis.cancel()
  const spoken = new SpeechSynthesisUtterance(words)
  spoken.lang = document.documentElement.lang
  spoken.rate = 0.9
  speechSynthesis.speak(spoken)
}

export const hush = (): void => {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel()
}
