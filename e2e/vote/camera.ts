import { writeFileSync } from 'node:fs'
import encodeQR from 'qr'

const [width, height] = [640, 480]

/** What a camera sees when somebody holds this slip before it: a film of one frame, which Chromium plays as its camera. */
export const film = (file: string, text: string) => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const scale = Math.floor(400 / rows.length)
  const [left, top] = [
    Math.floor((width - scale * rows.length) / 2),
    Math.floor((height - scale * rows.length) / 2),
  ]
  const light = Buffer.alloc(width * height, 235)
  for (const [y, row] of rows.entries())
    for (const [x, dark] of row.entries())
      if (dark)
        for (let line = 0; line < scale; line++)
          light.fill(
            16,
            (top + y * scale + line) * width + left + x * scale,
            (top + y * scale + line) * width + left + (x + 1) * scale,
          )
  const gray = Buffer.alloc((width * height) / 2, 128)
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`),
      light,
      gray,
    ]),
  )
}

/** Chromium with that camera, which asks nobody for leave. */
export const withCamera = (file: string) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
]
