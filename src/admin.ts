import { complain, type Sentence } from '#platform/text/complaints.ts'
import { sayIn, terminalLanguage } from '#platform/text/terminal.ts'
import { type Context, keyringFor } from './host/commands/context.ts'
import { backupCommand, exportCommand, importCommand, restoreCommand } from './host/commands/files.ts'
import { keyCommand, rotateCommand, sheetsCommand } from './host/commands/keys.ts'
import { checkCommand, codeCommand } from './host/commands/look.ts'
import {
  closeCommand,
  inviteCommand,
  organizationCommand,
  rescueCommand,
} from './host/commands/organizations.ts'
import { eraseCommand } from './host/commands/people.ts'
import { fail, newUndo } from './host/run.ts'
import { readSettings } from './host/settings.ts'

type Command = Sentence & { usage: string; run: (context: Context) => Promise<void> }

/** What whoever runs the server may do to it from its terminal: `npm run admin -- COMMAND`. */
const commands: Readonly<Record<string, Command>> = {
  check: {
    usage: 'check',
    es: 'En qué estado está todo',
    en: 'What state everything is in',
    run: checkCommand,
  },
  backup: {
    usage: 'backup [FILE]',
    es: 'Respalda todo ahora',
    en: 'Back everything up now',
    run: backupCommand,
  },
  restore: {
    usage: 'restore FILE',
    es: 'Recupera un respaldo en un lugar vacío, con dos hojas',
    en: 'Restore a backup into an empty place, with two sheets',
    run: restoreCommand,
  },
  export: {
    usage: 'export ORGANIZATION FILE [--to age1…]',
    es: 'Saca la copia completa de una organización',
    en: 'Take one organization’s whole copy out',
    run: exportCommand,
  },
  import: {
    usage: 'import FILE [--identity FILE]',
    es: 'Recibe la copia de una organización',
    en: 'Take an organization’s copy in',
    run: importCommand,
  },
  close: {
    usage: 'close ORGANIZATION',
    es: 'Borra todo lo de una organización',
    en: 'Delete everything of an organization',
    run: closeCommand,
  },
  erase: {
    usage: 'erase ORGANIZATION PERSON',
    es: 'Borra a una persona de una organización',
    en: 'Erase one person of an organization',
    run: eraseCommand,
  },
  organization: {
    usage: 'organization NAME OWNER OWNER [--kind union] [--zone America/Mexico_City]',
    es: 'Agrega una organización',
    en: 'Add an organization',
    run: organizationCommand,
  },
  rescue: {
    usage: 'rescue ORGANIZATION NAME',
    es: 'Invita a una persona responsable cuando nadie puede entrar',
    en: 'Invite an owner when nobody can enter',
    run: rescueCommand,
  },
  invite: {
    usage: 'invite ORGANIZATION NAME [--role organizer] [--list NAME]',
    es: 'Enlace para entrar con un teléfono',
    en: 'Link to join with a phone',
    run: inviteCommand,
  },
  sheets: {
    usage: 'sheets',
    es: 'Imprime otra vez las hojas de llave',
    en: 'Print the key sheets again',
    run: sheetsCommand,
  },
  rotate: {
    usage: 'rotate [--confirm]',
    es: 'Cambia la llave del servidor',
    en: 'Change the server’s key',
    run: rotateCommand,
  },
  key: {
    usage: 'key',
    es: 'Repone la llave con dos hojas',
    en: 'Put the key back from two sheets',
    run: keyCommand,
  },
  code: {
    usage: 'code LOGIN',
    es: 'Código de una cuenta de demostración',
    en: 'Code of a demo account',
    run: codeCommand,
  },
}

const language = terminalLanguage(process.env)

const help = () => {
  const width = 46
  const lines = Object.values(commands).map((command) =>
    command.usage.length < width
      ? `  ${command.usage.padEnd(width)}${command[language]}`
      : `  ${command.usage}\n  ${' '.repeat(width)}${command[language]}`,
  )
  console.log(['npm run admin -- …', ...lines].join('\n'))
}

const undo = newUndo()
const [name = 'help', ...args] = process.argv.slice(2)
let dataDir = ''
try {
  const settings = readSettings(process.env)
  dataDir = settings.dataDir
  if (['help', '--help', '-h'].includes(name)) help()
  else {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw complain('usage', { usage: `npm run admin -- ${Object.keys(commands).join(' | ')}` })
    await command
      .run({ settings, args, say: sayIn(language), undo, keyring: keyringFor(settings) })
      .catch((error: { code?: string }) => {
        const mistyped = error.code?.startsWith('ERR_PARSE_ARGS')
        throw mistyped ? complain('usage', { usage: `npm run admin -- ${command.usage}` }) : error
      })
  }
  await undo.all()
  process.exit(0)
} catch (error) {
  await fail(undo, error, () => dataDir)
}
