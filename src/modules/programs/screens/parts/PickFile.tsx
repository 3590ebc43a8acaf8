import { useId, useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { programWords } from '../../messages.ts'
import styles from '../programs.module.css'

/** A chosen file as the server takes it. */
export type Upload = { fileName: string; mediaType: string; base64: string }

const mostBytes = 4_000_000

/** One file of up to 4 MB, by the browser's own chooser; what it says is in the reader's language, not in the browser's. */
export function PickFile({ label, help, accept, onPick }: Props) {
  const words = useTexts(programWords)
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const [tooLarge, setTooLarge] = useState(false)
  const pick = async (file: File | undefined) => {
    setChosen(file?.name)
    setTooLarge((file?.size ?? 0) > mostBytes)
    onPick(file && file.size <= mostBytes ? await uploadOf(file) : undefined)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {help && <p className={styles.soft}>{help}</p>}
      <div className={styles.file}>
        <input
          id={id}
          type="file"
          accept={accept}
          onChange={(event) => void pick(event.currentTarget.files?.[0])}
        />
        <span>{chosen ?? words.chooseFile}</span>
      </div>
      {tooLarge && <p role="alert">{words.fileTooLarge}</p>}
    </div>
  )
}

const uploadOf = (file: File) =>
  new Promise<Upload>((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error)
    reader.onload = () => {
      const url = String(reader.result)
      resolve({
        fileName: file.name,
        mediaType: file.type || 'application/octet-stream',
        base64: url.slice(url.indexOf(',') + 1),
      })
    }
    reader.readAsDataURL(file)
  })

type Props = {
  label: string
  help?: string
  accept: string
  onPick: (upload: Upload | undefined) => void
}
