import { existsSync } from 'node:fs'
import type pg from 'pg'
import { loadCatalogue } from '#modules/companies/store.catalogue.ts'
import type { Deployment } from '#platform/access/deployment.ts'
import { openSecrets } from '#platform/access/secrets.ts'
import { openDoors } from '#platform/db/doors.ts'
import { prepareFolder } from '#platform/db/folder.ts'
import { lockFolder } from '#platform/db/lock.ts'
import { migrate } from '#platform/db/migrate.ts'
import { neverMigrated, type OpenDatabase, openDatabase } from '#platform/db/open.ts'
import { openPool } from '#platform/db/pool.ts'
import { declareKinds } from '#platform/facts/sync.ts'
import { isLoopback } from '#platform/http/address.ts'
import { createApp } from '#platform/http/app.ts'
import { listen } from '#platform/http/listen.ts'
import type { FaultReport } from '#platform/http/refusal.ts'
import { atHome } from '#platform/http/site.ts'
import { complain } from '#platform/text/complaints.ts'
import { localDay } from '#platform/text/day.ts'
import { sayIn, terminalLanguage } from '#platform/text/terminal.ts'
import { backUpInto } from '#platform/upkeep/nightly.ts'
import { openUpkeep } from '#platform/upkeep/upkeep.ts'
import { chooseKey, keyringOf } from '#platform/vault/keyring.ts'
import type { Key } from '#platform/vault/keys.ts'
import { sheetsLeft, writeSheets } from '#platform/vault/sheet.page.ts'
import { openVault } from '#platform/vault/vault.ts'
import { makeDemo } from './demo.ts'
import { keepAddress } from './host/address.ts'
import { type DemoState, demoFile, demoStateIn, keepDemoState } from './host/demo.state.ts'
import { accountTable } from './host/demo.table.ts'
import { backupsIn, keep, sheetsIn } from './host/keep.ts'
import { fail, newUndo, type Undo } from './host/run.ts'
import { readSettings, type Settings } from './host/settings.ts'
import { needsBuild, openSite } from './host/site.ts'
import { untilToldToStop } from './host/stop.ts'
import { kinds, refusals, retentions, router } from './server.ts'

const language = terminalLanguage(process.env)
const say = sayIn(language)
const patienceMs = 25_000

const start = async (settings: Settings, undo: Undo) => {
  const { dataDir, host } = settings
  const begun = Date.now()
  const listening = await listen(host, settings.port)
  const publicUrl = settings.publicUrl ?? `http://localhost:${listening.port}`
  prepareFolder(dataDir, settings.database.kind === 'embedded')
  const unlock = await lockFolder(dataDir)
  if (!unlock) throw complain('in-use', { folder: dataDir })
  undo.add(unlock)

  if (needsBuild()) say({ es: 'Preparando las pantallas…', en: 'Building the screens…' })
  const site = openSite()
  site.catch(() => {})
  say({ es: 'Encendiendo la base de datos…', en: 'Starting the database…' })
  const database = await openDatabase(settings.database, dataDir)
  undo.add(database.stop)
  const failed = database.failed.then((error) => fail(undo, error, () => dataDir))
  void failed
  const demo = await beginDemo(settings, database)

  const owner = openPool({ max: 4, ...database.owner })
  undo.add(() => owner.end())
  const key = await prepareData(owner, settings)
  const deployment = await deploy(database, owner, key, publicUrl, undo)
  const made = demo.state === 'begun' ? await fillDemo(deployment, owner, dataDir) : demo
  const app = createApp({
    deployment: { ...deployment, demo: made.state === 'ready' },
    router,
    refusals,
    site: atHome(publicUrl, await site),
    proxies: settings.proxies,
  })
  listening.open(app.fetch)
  keepAddress(dataDir, publicUrl)
  const upkeep = keep({ deployment, owner, key, dataDir, retentions, report: reportError })
  undo.add(upkeep.stop)
  undo.add(() => listening.close(patienceMs))
  await announce(settings, key, made, demo.state === 'begun')
  if (publicUrl.startsWith('https:') && !isLoopback(host) && !settings.proxies)
    say({
      es: 'Falta TRUSTED_PROXY: si un proxy está delante, todas las personas comparten un solo límite de intentos. Ver docs/guides/run.es.md.',
      en: 'TRUSTED_PROXY is not set: with a proxy in front, everybody shares one limit of attempts. See docs/guides/run.md.',
    })
  const seconds = ((Date.now() - begun) / 1_000).toFixed(1)
  say({ es: `Listo en ${seconds} s: ${publicUrl}`, en: `Ready in ${seconds} s: ${publicUrl}` })
}

/** The schema of today, with a backup of what was there before; the kinds and the catalogue that come with the program. */
const prepareData = async (owner: pg.Pool, { dataDir }: Settings): Promise<Key> => {
  const { key } = await chooseKey(keyringOf(dataDir), owner)
  const before = async () => {
    say({ es: 'Respaldando antes de actualizar…', en: 'Backing up before the upgrade…' })
    await backUpInto(backupsIn(dataDir), owner, key, 'before-migration', new Date())
  }
  const { applied } = await migrate(owner, before)
  if (applied.length > 0)
    say({ es: `Esquema al día: ${applied.length} pasos`, en: `Schema up to date: ${applied.length} steps` })
  await declareKinds(owner, kinds)
  await loadCatalogue(owner)
  return key
}

const deploy = async (
  database: OpenDatabase,
  owner: pg.Pool,
  key: Key,
  publicUrl: string,
  undo: Undo,
): Promise<Deployment> => {
  const doors = openDoors(database.app)
  undo.add(doors.close)
  const vault = openVault(key)
  const upkeep = openUpkeep(owner, key, vault)
  const secrets = await openSecrets(doors, key)
  return {
    doors,
    vault,
    upkeep,
    publicUrl,
    secrets,
    clock: () => new Date(),
    demo: false,
    report: reportFault,
  }
}

/** Whether this start makes the demo world; one that was cut short before anybody saw it is begun anew. */
const beginDemo = async ({ demo, dataDir }: Settings, database: OpenDatabase): Promise<DemoState> => {
  const known = demoStateIn(dataDir)
  if (known?.state === 'begun') await database.empty()
  if (known && known.state !== 'begun') return known
  const state = demo === 'first' && (await neverMigrated(database.owner)) ? 'begun' : 'off'
  keepDemoState(dataDir, { state })
  return { state }
}

const fillDemo = async (deployment: Deployment, owner: pg.Pool, dataDir: string): Promise<DemoState> => {
  say({ es: 'Creando el mundo de demostración…', en: 'Making the demo world…' })
  const accounts = await makeDemo(deployment, owner, new Date())
  const state: DemoState = { state: 'ready', accounts }
  keepDemoState(dataDir, state)
  return state
}

const announce = async ({ dataDir }: Settings, key: Key, demo: DemoState, first: boolean) => {
  const sheets = sheetsIn(dataDir)
  if (demo.state === 'ready') {
    if (first) console.log(accountTable(demo.accounts, language))
    else
      say({
        es: `Demostración: cuentas en ${demoFile(dataDir)}`,
        en: `Demo: accounts in ${demoFile(dataDir)}`,
      })
    return
  }
  if (!existsSync(sheets)) await writeSheets(sheets, key, localDay(new Date(), 'America/Mexico_City'))
  if (sheetsLeft(sheets))
    say({
      es: `Hojas de llave en ${sheets}: imprímelas, repártelas y borra los archivos.`,
      en: `Key sheets in ${sheets}: print them, hand them out, and delete the files.`,
    })
}

const reportFault = ({ reference, name, code, stack }: FaultReport) =>
  console.error(`${new Date().toISOString()} ${reference} ${name} ${code}\n${stack}`)

/** What failed in the background: by its frames, never by its message, which could quote what a person wrote. */
const reportError = (error: unknown) => {
  const {
    name = 'Error',
    code = '',
    stack = '',
  } = (error ?? {}) as { name?: string; code?: string; stack?: string }
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  reportFault({ reference: 'upkeep', name, code: String(code), stack: frames.slice(0, 6).join('\n') })
}

const undo = newUndo()
let dataDir = ''
try {
  const settings = readSettings(process.env, process.argv.slice(2))
  dataDir = settings.dataDir
  const stopped = untilToldToStop()
  await Promise.race([start(settings, undo), stopped])
  await stopped
  say({ es: 'Cerrando…', en: 'Stopping…' })
  await undo.all()
  process.exit(0)
} catch (error) {
  await fail(undo, error, () => dataDir)
}
