import { LogPage } from '#platform/access/screens/LogPage.tsx'
import { useTexts } from '#ui/language.tsx'
import { acts } from './acts.ts'

/** The access log, with what every module calls its acts. */
export function Log() {
  return <LogPage acts={useTexts(acts)} />
}
