import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { ImageRun } from 'docx'
import { families, fontFiles } from '../fonts/family.ts'
import type { Laid, LaidImage } from '../lay/laid.ts'

/** A picture as wide as it is to be, in points. What is drawn becomes points at 300 to an inch, since not every Word draws SVG. */
export const imageRun = (
  { image, alt, width, height }: LaidImage,
  { images }: Laid,
  points: number,
): ImageRun => {
  const bytes = images[image]!
  const drawn = image.endsWith('.svg')
  return new ImageRun({
    type: drawn || image.endsWith('.png') ? 'png' : 'jpg',
    data: drawn ? pngOf(bytes, points) : bytes,
    altText: { name: image.slice(0, 8), description: alt },
    // The library counts in 96ths of an inch.
    transformation: {
      width: Math.round((points * 96) / 72),
      height: Math.round((((points * height) / width) * 96) / 72),
    },
  })
}

const pngOf = (svg: Uint8Array, points: number): Uint8Array =>
  new Resvg(new TextDecoder().decode(svg), {
    fitTo: { mode: 'width', value: Math.round((points * 300) / 72) },
    background: '#fff',
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles.map((file) => fileURLToPath(file)),
      defaultFontFamily: families[0],
    },
  })
    .render()
    .asPng()
