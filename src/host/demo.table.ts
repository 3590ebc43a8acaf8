import type { DemoAccount } from '#platform/access/seed.ts'
import type { Sentence } from '#platform/text/complaints.ts'

const roleNames: Record<DemoAccount['role'], Sentence> = {
  owner: { es: 'responsable', en: 'owner' },
  coordinator: { es: 'coordinación', en: 'coordinator' },
  organizer: { es: 'organiza', en: 'organizer' },
  adviser: { es: 'asesoría legal', en: 'lawyer' },
  vigilance: { es: 'vigilancia', en: 'vigilance' },
  viewer: { es: 'consulta', en: 'viewer' },
  program_officer: { es: 'programa', en: 'program' },
  funder_officer: { es: 'financiador', en: 'funder' },
}

/** The demo accounts as the terminal shows them on the first start. */
export const accountTable = (accounts: readonly DemoAccount[], language: keyof Sentence): string => {
  const head =
    language === 'es' ? ['Quién', 'Función', 'Usuario', 'Contraseña'] : ['Who', 'Role', 'Login', 'Password']
  const organizations = [...new Set(accounts.map(({ organization }) => organization))]
  const lines = organizations.flatMap((organization) => [
    `\n  ${organization}`,
    ...accounts
      .filter((account) => account.organization === organization)
      .map(({ alias, role, login, password }) =>
        columns([alias, roleNames[role][language], login, password]),
      ),
  ])
  const code =
    language === 'es'
      ? '\n  El código de seis dígitos de una cuenta:     npm run admin -- code USUARIO\n  Un enlace para entrar con un teléfono:       npm run admin -- invite "Sindicato Independiente El Mezquite" NOMBRE'
      : '\n  The six-digit code of an account:     npm run admin -- code LOGIN\n  A link to join with a phone:          npm run admin -- invite "Sindicato Independiente El Mezquite" NAME'
  return ['', columns(head), ...lines, code, ''].join('\n')
}

const columns = (cells: readonly string[]) =>
  `  ${cells
    .map((cell) => cell.padEnd(16))
    .join('')
    .trimEnd()}`
