import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeQR } from 'qr'
import { fingerprint, type Key } from './keys.ts'
import { type SheetLines, sheetsOf, sheetText } from './sheets.ts'

/** Writes the three sheets of a key as pages to print, in place of any that lie there. Answers with their folder. */
export const writeSheets = async (folder: string, key: Key, day: string): Promise<string> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
  for (const [at, sheet] of (await sheetsOf(key)).entries()) {
    writeFileSync(join(folder, `hoja-${at + 1}.html`), pageOf(sheet, at + 1, fingerprint(key), day), {
      mode: 0o600,
    })
  }
  return folder
}

/** Whether sheets still lie where anybody who reads the disk finds them. */
export const sheetsLeft = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0

/** One letter-size page that needs nothing else to be read, printed in black on white; it names nobody. */
export const pageOf = (
  sheet: SheetLines,
  number: number,
  print: string,
  day: string,
): string => `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Hoja ${number} de 3</title>
<style>${style}</style>
</head>
<body>
<h1>Hoja de llave ${number} de 3 <span lang="en">Key sheet ${number} of 3</span></h1>
<dl>
<div><dt>Llave <span lang="en">Key</span></dt><dd>${print.replace(/(.{4})(?=.)/g, '$1 ')}</dd></div>
<div><dt>Impresa <span lang="en">Printed</span></dt><dd>${day}</dd></div>
</dl>
<section class="code">
${encodeQR(sheetText(sheet), 'svg', { ecc: 'medium', border: 4 })}
<table>
${sheet.map((line, at) => `<tr><th scope="row">${at + 1}</th>${cellsOf(line)}</tr>`).join('\n')}
</table>
</section>
<section>
${spanish}
</section>
<section lang="en">
${english}
</section>
</body>
</html>
`

const cellsOf = (line: string) =>
  line
    .split(' ')
    .map((group) => `<td>${group}</td>`)
    .join('')

const spanish = `<h2>Qué es y cómo se cuida</h2>
<ul>
<li>Con <strong>dos</strong> de las tres hojas y una copia de respaldo, la información del servidor se puede recuperar completa. Con una sola no se puede nada.</li>
<li>Cada hoja la guarda una persona distinta, en un lugar distinto. Nunca dos juntas. No le tomes foto ni la copies en una computadora.</li>
<li>Si una hoja se pierde o alguien ajeno la vio: <code>npm run admin -- rotate</code> en el servidor. Las hojas anteriores sirven sólo para los respaldos anteriores: destrúyelas cuando esos se hayan borrado.</li>
</ul>
<h2>Cómo se usa</h2>
<p>En el servidor nuevo: <code>npm run admin -- restore RESPALDO</code>. El programa pide los cuatro renglones de dos hojas. El último grupo de cada renglón lo comprueba: si te equivocas, dice en cuál. Es igual escribir O o 0, I o 1.</p>`

const english = `<h2>What it is, and how to keep it</h2>
<ul>
<li>With <strong>two</strong> of the three sheets and a backup, everything on the server can be brought back. One alone is useless.</li>
<li>Each sheet is kept by a different person in a different place. Never two together. Do not photograph it or copy it into a computer.</li>
<li>If a sheet is lost, or a stranger saw it: <code>npm run admin -- rotate</code> on the server. The old sheets then open only the old backups: destroy them when those are gone.</li>
</ul>
<h2>How to use it</h2>
<p>On the new server: <code>npm run admin -- restore BACKUP</code>. It asks for the four lines of two sheets. The last group of each line checks it: if you slip, it says in which. O or 0, I or 1 are the same.</p>`

const style = `
@page { size: letter; margin: 18mm }
body { font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff; max-width: 180mm; margin: 0 auto }
h1 { font-size: 20pt; margin: 0 0 4mm }
h2 { font-size: 12pt; margin: 5mm 0 1mm }
[lang=en] { color: #444 }
h1 [lang=en], dt [lang=en] { font-size: 60%; font-weight: 400; margin-left: .5em }
dl { display: flex; gap: 12mm; margin: 0 0 5mm }
dd { margin: 0; font: 600 13pt ui-monospace, monospace }
.code { display: flex; gap: 8mm; align-items: center; border: 2px solid #000; padding: 6mm }
svg { width: 48mm; height: 48mm; flex: none }
table { border-collapse: collapse; font: 600 15pt ui-monospace, monospace }
th { font-weight: 400; padding-right: 4mm }
td { padding: 1.5mm 2mm }
td:last-child { border-left: 2px solid #000 }
ul { margin: 0; padding-left: 5mm }
p { margin: 0 }
code { font: 10pt ui-monospace, monospace }
`
