import { Secret, TOTP } from 'otpauth'
import { checkLog } from '#platform/access/team/store.log.ts'
import { openDoors } from '#platform/db/doors.ts'
import { migrationFiles, migrationsIn } from '#platform/db/migrate.ts'
import { versionOf } from '#platform/db/open.ts'
import { complain } from '#platform/text/complaints.ts'
import { keptBackups } from '#platform/upkeep/nightly.ts'
import { findOrganizations } from '#platform/upkeep/store.organizations.ts'
import { chooseKey, readKey } from '#platform/vault/keyring.ts'
import { fingerprint } from '#platform/vault/keys.ts'
import { sheetsLeft } from '#platform/vault/sheet.page.ts'
import { demoStateIn } from '../demo.state.ts'
import { backupsIn, sheetsIn } from '../keep.ts'
import { type Context, type Reached, reach } from './context.ts'

/** `code LOGIN`: the code that a demo account's authenticator would show now. */
export const codeCommand = async ({ settings, args }: Context) => {
  const demo = demoStateIn(settings.dataDir)
  const account = demo?.state === 'ready' && demo.accounts.find(({ login }) => login === args[0])
  if (!account) throw complain('no-account', { login: args[0] ?? '—' })
  const totp = new TOTP({ secret: Secret.fromBase32(account.secret) })
  console.log(totp.generate())
}

/** `check`: what state the server is in, without changing anything. Fails when a chain of the access log is broken. */
export const checkCommand = async (context: Context) => {
  const { settings, say, keyring } = context
  const reached = await reach(context)
  const { owner, running } = reached
  const applied = await migrationsIn(owner)
  const known = migrationFiles().map(({ name }) => name)
  const waiting = known.filter((name) => !applied.includes(name))
  const version = await versionOf(owner)
  say({
    es: `PostgreSQL ${version}; el servidor está ${running ? 'encendido' : 'apagado'}`,
    en: `PostgreSQL ${version}; the server is ${running ? 'running' : 'stopped'}`,
  })
  say({
    es: `Esquema: ${applied.length} pasos hechos, ${waiting.length} por hacer`,
    en: `Schema: ${applied.length} steps applied, ${waiting.length} to come`,
  })
  if (applied.length === 0) return
  const { key } = await chooseKey(keyring, owner)
  say({ es: `Llave: ${fingerprint(key)}`, en: `Key: ${fingerprint(key)}` })
  if (readKey(keyring, 'previous'))
    say({
      es: 'Rotación sin confirmar: npm run admin -- rotate --confirm',
      en: 'Rotation not confirmed: npm run admin -- rotate --confirm',
    })
  if (sheetsLeft(sheetsIn(settings.dataDir)))
    say({
      es: `Hojas por imprimir y borrar: ${sheetsIn(settings.dataDir)}`,
      en: `Sheets to print and delete: ${sheetsIn(settings.dataDir)}`,
    })
  const [last] = keptBackups(backupsIn(settings.dataDir))
  say({
    es: `Último respaldo automático: ${last?.at.toISOString() ?? 'ninguno'}`,
    en: `Last automatic backup: ${last?.at.toISOString() ?? 'none'}`,
  })
  if (waiting.length === 0) await chains(context, reached)
}

const chains = async ({ say, undo }: Context, { owner, credentials }: Reached) => {
  const doors = openDoors({ ...credentials.app, max: 2 })
  undo.add(doors.close)
  const broken: string[] = []
  for (const { id, name, kind, members } of await findOrganizations(owner)) {
    const { batches, head, firstBroken, waiting } = await doors.asJob(id, (tx) => checkLog(tx, id))
    const state = {
      es: firstBroken ? `ROTA desde el lote ${firstBroken}` : 'íntegra',
      en: firstBroken ? `BROKEN from batch ${firstBroken}` : 'sound',
    }
    say({
      es: `${name} (${kind}, ${members} personas): bitácora ${state.es}, ${batches} lotes, ${waiting} por sellar, cabeza ${head.slice(0, 16)}`,
      en: `${name} (${kind}, ${members} people): access log ${state.en}, ${batches} batches, ${waiting} to seal, head ${head.slice(0, 16)}`,
    })
    if (firstBroken) broken.push(name)
  }
  if (broken.length > 0) throw complain('log-broken', { names: broken.join(', ') })
}
