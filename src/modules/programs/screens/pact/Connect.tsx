import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { programWords } from '../../messages.ts'
import styles from '../programs.module.css'

/** The code by which a program makes this funder a party of what it agrees. */
export function Connect() {
  const text = useTexts(pactTexts)
  const words = useTexts(programWords)
  const connect = useMutation({ mutationFn: () => api.organizations.connect({ id: crypto.randomUUID() }) })
  return (
    <>
      <Button onClick={() => connect.mutate()} loading={connect.isPending}>
        {text.connect}
      </Button>
      <Failure error={connect.error} />
      {connect.data && (
        <Dialog title={text.connect} onClose={connect.reset}>
          <p>{text.connectHelp}</p>
          <output className={styles.code}>{connect.data.token}</output>
          <DialogActions>
            <Button onClick={connect.reset}>{words.done}</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}
