import { parseArgs } from 'node:util'
import { complain } from '#platform/text/complaints.ts'
import { localDay } from '#platform/text/day.ts'
import { backUpInto } from '#platform/upkeep/nightly.ts'
import { readKey, sealedKeys, writeKey } from '#platform/vault/keyring.ts'
import { fingerprint, type Key } from '#platform/vault/keys.ts'
import { confirmRotation, rotate } from '#platform/vault/rotate.ts'
import { writeSheets } from '#platform/vault/sheet.page.ts'
import { backupsIn, sheetsIn } from '../keep.ts'
import { askForKey, asking } from './ask.ts'
import { type Context, reach, reachReady } from './context.ts'

/** `sheets`: the three sheets of the key, printed anew; the ones before open the same backups, but do not mix with these. */
export const sheetsCommand = async (context: Context) => {
  const { key } = await reachReady(context)
  await sheets(context, key)
}

/** `rotate`: a new key for everything, new sheets, and a backup they open. `rotate --confirm` forgets the old one. */
export const rotateCommand = async (context: Context) => {
  const { args, say, keyring, settings } = context
  const { values } = parseArgs({ args, options: { confirm: { type: 'boolean' } } })
  if (values.confirm) {
    if (!confirmRotation(keyring)) throw complain('nothing-to-confirm')
    return say({ es: 'La llave anterior se borró.', en: 'The key before is deleted.' })
  }
  if (readKey(keyring, 'previous')) throw complain('confirm-first')
  const { owner, key } = await reachReady(context, { alone: true })
  const next = await rotate(owner, keyring, key)
  say({
    es: `Todo se cerró de nuevo: la llave ${fingerprint(key)} pasó a ${fingerprint(next)}.`,
    en: `Everything is sealed anew: key ${fingerprint(key)} became ${fingerprint(next)}.`,
  })
  if (keyring.credential)
    say({
      es: `Pon ${keyring.folder}/next en lugar de la credencial antes de encender el servidor.`,
      en: `Put ${keyring.folder}/next in place of the credential before you start the server.`,
    })
  await sheets(context, next)
  await backUpInto(backupsIn(settings.dataDir), owner, next, 'nightly', new Date())
  say({
    es: 'Cuando las hojas nuevas estén repartidas: npm run admin -- rotate --confirm',
    en: 'When the new sheets are handed out: npm run admin -- rotate --confirm',
  })
}

/** `key`: puts the key file back from two sheets, for a database that lost it. */
export const keyCommand = async (context: Context) => {
  const { say, undo, keyring } = context
  const { owner } = await reach(context, { alone: true })
  const key = await askForKey(say, asking(say, undo))
  const wanted = (await sealedKeys(owner)).find((one) => one.kind === 'organization')?.sealedWith
  if (wanted && wanted !== fingerprint(key))
    throw complain('wrong-key', { file: '2/3', wanted, found: fingerprint(key) })
  writeKey(keyring, 'master', key)
  say({ es: `La llave ${fingerprint(key)} está de vuelta.`, en: `Key ${fingerprint(key)} is back.` })
}

const sheets = async ({ settings, say }: Context, key: Key) => {
  const folder = await writeSheets(
    sheetsIn(settings.dataDir),
    key,
    localDay(new Date(), 'America/Mexico_City'),
  )
  say({
    es: `Hojas de llave en ${folder}: imprímelas, repártelas y borra los archivos.`,
    en: `Key sheets in ${folder}: print them, hand them out, and delete the files.`,
  })
}
