import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { codeIn, newLook } from '../camera.ts'
import { boothTexts } from '../messages.ts'
import styles from './booth.module.css'

const pauseMs = 200

/** The camera of the tablet, until a slip is in front of it. No picture is kept and none leaves the tablet. */
export function Scan({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const text = useTexts(boothTexts)
  const video = useRef<HTMLVideoElement>(null)
  const done = useRef(onCode)
  done.current = onCode
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let stopped = false
    let stream: MediaStream | undefined
    const look = newLook()
    const watch = async () => {
      const shown = video.current!
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (stopped) return stop()
      shown.srcObject = stream
      await shown.play()
      while (!stopped) {
        const scanned = shown.videoWidth > 0 ? await look(shown) : null
        if (scanned && !stopped) return done.current(codeIn(scanned))
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
    const stop = () => {
      stopped = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    watch().catch(() => !stopped && setFailed(true))
    return stop
  }, [])
  return (
    <div className={styles.stack}>
      {failed ? (
        <Notice kind="warn" title={text.cameraFailed} />
      ) : (
        <>
          <p>{text.cameraHelp}</p>
          <video ref={video} className={styles.camera} playsInline muted aria-label={text.camera} />
        </>
      )}
      <Button size="lg" variant="default" onClick={onClose}>
        {text.cameraClose}
      </Button>
    </div>
  )
}
