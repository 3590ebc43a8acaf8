import decodeQR from 'qr/decode.js'

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type Detecting = { BarcodeDetector?: new (options: { formats: string[] }) => Detector }

/** Whether this device has a camera that a page may ask for. */
export const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function'

/** What stands in the QR in front of the camera, or null in a frame without one. */
type Look = (video: HTMLVideoElement) => Promise<string | null>

/** The browser's own reader where it has one; else ours, which reads the frame on this device as well. */
export const newLook = (): Look => {
  const { BarcodeDetector } = globalThis as Detecting
  if (!BarcodeDetector) return lookByItself()
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
}

const widest = 640

const lookByItself = (): Look => {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  return async (video) => {
    const scale = Math.min(1, widest / video.videoWidth)
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      return null
    }
  }
}

/** The code in what was scanned: a slip of a table holds it bare, a slip for a phone after the # of an address. */
export const codeIn = (scanned: string): string => scanned.slice(scanned.lastIndexOf('#') + 1).trim()
