import { type Setting, typeSize, wrapped } from './setting.ts'

const lineHeight = 10.5

/** The labels of rows beside a chart: each in its lines, with the height its row needs and where its middle is. */
export const rowLabels = (setting: Setting, labels: readonly string[], least: number) => {
  const widest = Math.max(...labels.map((label) => setting.measure(label, typeSize)))
  const width = Math.min(widest, setting.width * 0.36)
  let top = 0
  const rows = labels.map((label) => {
    const lines = wrapped(setting, label, width)
    const height = Math.max(least, lines.length * lineHeight + 7)
    const row = { text: lines.join('\n'), top, height, middle: top + height / 2 }
    top += height
    return row
  })
  return { rows, width: width + 8, height: top }
}
