/** What a page shows of the first document of an archive. */
export type ShownElection = {
  readonly name: string
  readonly description: string
  readonly questions: readonly { readonly question: string; readonly answers: readonly string[] }[]
}

export const shownElection = (text: string): ShownElection => JSON.parse(text) as ShownElection
