import { parseHTML } from 'linkedom'
import { covered, families, familyOf } from '../fonts/family.ts'

let made: Document | undefined

/** The DOM that charts are drawn in on the server. */
export const chartDocument = (): Document => {
  made ??= parseHTML('<!doctype html><body></body>').document as unknown as Document
  return made
}

/**
 * A chart whose every letter names the font that has it: whoever draws it never goes looking through the machine's own fonts, which would make another
 * file on another machine.
 */
export const dressed = (svg: string): string =>
  /[^\n -~\u00a0-\u00ff–−…•’“”]/.test(svg)
    ? svg.replaceAll(
        />([^<>]+)<\/(text|tspan)>/g,
        (_, text: string, name: string) => `>${parts(text)}</${name}>`,
      )
    : svg

const parts = (text: string): string => {
  const runs: { family: string; text: string }[] = []
  for (const letter of covered(text)) {
    const family = familyOf(letter.codePointAt(0)!) ?? families[0]
    const last = runs.at(-1)
    if (last?.family === family) last.text += letter
    else runs.push({ family, text: letter })
  }
  return runs
    .map((run) =>
      run.family === families[0] ? run.text : `<tspan font-family="${run.family}">${run.text}</tspan>`,
    )
    .join('')
}
