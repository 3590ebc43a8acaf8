import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '#platform/db/migrate.ts'
import { complain } from '#platform/text/complaints.ts'
import { backUp, fileStream, keepFile } from '#platform/upkeep/backup.ts'
import { exportOrganization } from '#platform/upkeep/export.ts'
import { importOrganization } from '#platform/upkeep/import.ts'
import { fileComplaint } from '#platform/upkeep/problems.ts'
import { restore } from '#platform/upkeep/restore.ts'
import { isRecipient, newPassphrase, type Opening } from '#platform/upkeep/seal.ts'
import { inviteByServer, logByServer, ownersOf } from '#platform/upkeep/store.organizations.ts'
import { readKey, writeKey } from '#platform/vault/keyring.ts'
import { fingerprint } from '#platform/vault/keys.ts'
import { keepDemoState } from '../demo.state.ts'
import { backupsIn, sheetsIn } from '../keep.ts'
import { askForKey, asking } from './ask.ts'
import { type Context, linkFor, organizationNamed, reach, reachReady, textOf } from './context.ts'

/** `backup [FILE]`: everything, sealed with the server's own key. */
export const backupCommand = async (context: Context) => {
  const { owner, key } = await reachReady(context)
  const day = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')
  const file = resolve(
    context.args[0] ?? join(backupsIn(context.settings.dataDir), `${day}-${fingerprint(key)}.age`),
  )
  refuseThere(file)
  await backUp(owner, key, file)
  context.say({ es: `Respaldo: ${file}`, en: `Backup: ${file}` })
}

/** `restore FILE`: a backup into an empty place, with the key that is here or with two sheets. */
export const restoreCommand = async (context: Context) => {
  const { say, undo, keyring, settings } = context
  const file = given(context, 'restore FILE')
  const kept = readKey(keyring, 'master')
  const { owner } = await reach(context, { alone: true, fresh: true })
  const key = kept ?? (await askForKey(say, asking(say, undo)))
  const { madeAt, tables } = await restore(owner, opened(file), { master: key }).catch(fileComplaint(file))
  await migrate(owner)
  if (!kept) writeKey(keyring, 'master', key)
  keepDemoState(settings.dataDir, { state: 'off' })
  // The sheets are what it was restored with: no new ones are made at the start.
  mkdirSync(sheetsIn(settings.dataDir), { recursive: true, mode: 0o700 })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say({
    es: `Recuperado e igual al respaldo del ${madeAt}: ${tables.length} tablas, ${rows} renglones. Ahora: npm start`,
    en: `Restored and equal to the backup of ${madeAt}: ${tables.length} tables, ${rows} rows. Now: npm start`,
  })
}

/** `export ORGANIZATION FILE [--to age1…]`: one organization, sealed with a passphrase that is shown once. */
export const exportCommand = async (context: Context) => {
  const { values, positionals } = parseArgs({
    args: context.args,
    allowPositionals: true,
    options: { to: { type: 'string' } },
  })
  const [wanted, target] = positionals
  if (!wanted || !target || (values.to && !isRecipient(values.to)))
    throw complain('usage', { usage: 'npm run admin -- export ORGANIZATION FILE [--to age1…]' })
  const file = resolve(target)
  refuseThere(file)
  const { owner, key } = await reachReady(context)
  const organization = await organizationNamed(owner, wanted)
  const passphrase = newPassphrase()
  await logByServer(owner, organization.id, 'export')
  const sealing = values.to ? { recipient: values.to } : { passphrase }
  await keepFile(await exportOrganization(owner, key, organization.id, sealing), file)
  context.say({ es: `Copia de la organización: ${file}`, en: `Copy of the organization: ${file}` })
  if (!values.to)
    context.say({
      es: `Contraseña, que no se guarda en ningún lado: ${passphrase}`,
      en: `Passphrase, which is kept nowhere: ${passphrase}`,
    })
}

/** `import FILE [--identity FILE]`: an organization that left another server; its owners come back by invitation. */
export const importCommand = async (context: Context) => {
  const { say, undo, args, settings } = context
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { identity: { type: 'string' } },
  })
  const file = given({ ...context, args: positionals }, 'import FILE [--identity FILE]')
  const { owner, key } = await reachReady(context)
  const opening: Opening = values.identity
    ? { identity: identityIn(values.identity) }
    : { passphrase: await asking(say, undo)({ es: 'Contraseña:', en: 'Passphrase:' }) }
  const { orgId, name, tables } = await importOrganization(owner, key, opened(file), opening).catch(
    fileComplaint(file),
  )
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say({
    es: `${name}: recibida e igual a su copia, ${tables.length} tablas, ${rows} renglones.`,
    en: `${name}: taken in and equal to its copy, ${tables.length} tables, ${rows} rows.`,
  })
  for (const { id, alias } of await ownersOf(owner, orgId)) {
    const token = await inviteByServer(owner, orgId, 'rescue', { role: 'owner', alias, membershipId: id })
    say({
      es: `${alias} vuelve a entrar con: ${linkFor(settings, token)}`,
      en: `${alias} comes back with: ${linkFor(settings, token)}`,
    })
  }
}

const given = ({ args }: Context, usage: string): string => {
  if (!args[0]) throw complain('usage', { usage: `npm run admin -- ${usage}` })
  return resolve(args[0])
}

const opened = (file: string) => {
  try {
    return fileStream(file)
  } catch (error) {
    throw complain('no-file', { file }, error)
  }
}

const identityIn = (file: string): string => {
  const identity = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(textOf(file))?.[0]
  if (!identity) throw complain('no-file', { file })
  return identity
}

const refuseThere = (file: string) => {
  if (existsSync(file)) throw complain('file-there', { file })
}
