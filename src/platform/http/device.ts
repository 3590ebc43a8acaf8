/** "Android · Chrome": enough to recognize one's own device in a list, too little to tell two phones apart. */
export const deviceLabel = (agent: string): string => {
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1] ?? '—'
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1] ?? '—'
  return `${system} · ${browser}`
}

const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

const browsers: [RegExp, string][] = [
  [/Firefox\//, 'Firefox'],
  [/Edg\//, 'Edge'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
