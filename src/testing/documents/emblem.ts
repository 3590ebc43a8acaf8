import { Resvg } from '@resvg/resvg-js'

const shapes = {
  star: '<path d="M50 8l12 28 30 3-23 20 7 30-26-16-26 16 7-30L8 39l30-3z"/>',
  gear: '<circle cx="50" cy="50" r="30"/><circle cx="50" cy="50" r="12" fill="#fff"/><path d="M44 4h12v20H44zM44 76h12v20H44zM4 44h20v12H4zM76 44h20v12H76z"/>',
  fist: '<path d="M30 40h40v30a12 12 0 0 1-12 12H42a12 12 0 0 1-12-12zM30 22h8v16h-8zM41 18h8v20h-8zM52 20h8v18h-8zM63 24h7v14h-7z"/>',
} as const

/** A made-up emblem as a PNG in base64. */
export const emblem = (shape: keyof typeof shapes): { base64: string } => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="300" height="300">${shapes[shape]}</svg>`
  return { base64: new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng().toString('base64') }
}
