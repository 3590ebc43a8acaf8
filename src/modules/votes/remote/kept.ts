const key = 'trackers'

type Kept = { readonly uuid: string; readonly tracker: string }

const all = (): Kept[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Kept[]
  } catch {
    return []
  }
}

/** Trackers of this phone, by election. A tracker tells that somebody voted here, never what: it can be erased. */
export const keptTrackers = (uuid: string): string[] =>
  all()
    .filter((kept) => kept.uuid === uuid)
    .map(({ tracker }) => tracker)

export const keepTracker = (uuid: string, tracker: string): void =>
  localStorage.setItem(
    key,
    JSON.stringify([...all().filter((kept) => kept.tracker !== tracker), { uuid, tracker }]),
  )

export const forgetTrackers = (uuid: string): void =>
  localStorage.setItem(key, JSON.stringify(all().filter((kept) => kept.uuid !== uuid)))
