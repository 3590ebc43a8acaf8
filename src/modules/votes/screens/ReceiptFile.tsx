import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { afterTexts } from '../messages.after.ts'
import type { VoteFileId, VoteId } from '../schema.ts'
import { photograph, saveFile, sendFile } from './files.ts'
import styles from './votes.module.css'

type ReceiptFileProps = {
  voteId: VoteId
  fileId: VoteFileId | null
  onFile: (fileId: VoteFileId) => void
}

/** The stamped receipt of a filing: a PDF as it is, or a photograph without place, camera or owner. */
export function ReceiptFile({ voteId, fileId, onFile }: ReceiptFileProps) {
  const text = useTexts(afterTexts)
  const send = useMutation({
    mutationFn: async (file: File) =>
      file.type === 'application/pdf'
        ? sendFile(voteId, new Uint8Array(await file.arrayBuffer()), 'application/pdf')
        : sendFile(voteId, await photograph(file), 'image/jpeg'),
    onSuccess: onFile,
  })
  const open = useMutation({
    mutationFn: async () => {
      const found = await api.votes.file({ voteId, id: fileId! })
      const ending = found.mediaType === 'application/pdf' ? 'pdf' : 'jpg'
      saveFile({ ...found, fileName: `acuse.${ending}` })
    },
  })
  return (
    <div className={styles.bar}>
      <FileButton onChange={(file) => file && send.mutate(file)} accept="application/pdf,image/*">
        {(props) => (
          <Button {...props} variant="default" loading={send.isPending}>
            {fileId ? text.changeReceipt : text.receipt}
          </Button>
        )}
      </FileButton>
      {fileId && (
        <Button variant="subtle" onClick={() => open.mutate()} loading={open.isPending}>
          {text.openReceipt}
        </Button>
      )}
      <Failure error={send.error ?? open.error} />
    </div>
  )
}
