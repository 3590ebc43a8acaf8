import { Button } from '@mantine/core'
import { useTexts } from '#ui/language.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { accessTexts } from '../messages.ts'
import styles from './forms.module.css'

/** Shown once, to print or to copy by hand. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = useTexts(accessTexts)
  return (
    <Doorway>
      <h1>{text.recoveryCodes}</h1>
      <p>{text.recoveryCodesHelp}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={`${styles.form} no-print`}>
        <Button variant="default" onClick={() => print()}>
          {text.print}
        </Button>
        <Button onClick={onDone}>{text.savedThem}</Button>
      </div>
    </Doorway>
  )
}
