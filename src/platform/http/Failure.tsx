import { Problem } from '#ui/Problem.tsx'
import { codeOf, sentenceOf } from './client.ts'

/** Shows why an operation was refused or failed; nothing while there is no error. */
export function Failure({ error }: { error: unknown }) {
  if (!error) return null
  return <Problem code={codeOf(error)} sentence={sentenceOf(error)} />
}
