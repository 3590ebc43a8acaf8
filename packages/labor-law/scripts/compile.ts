import * as schema from '../src/schema.ts'
import { camel, type Fields, load, loadTable, refuseOverlaps } from './read-rules.ts'

/** The bundled data modules (name → TypeScript source) made from the files a lawyer edits. Throws with file and rule. */
export const compileRules = (folder: string): Record<string, string> => {
  const terms = load(folder, 'terms', 'term', schema.termSchema)
  const thresholds = load(folder, 'thresholds.toml', 'threshold', schema.thresholdSchema)
  const counting = load(folder, 'counting.toml', 'counting', schema.countingSchema)
  const requirements = load(folder, 'checklists', 'requirement', schema.requirementSchema)
  const minimums = load(folder, 'minimums.toml', 'minimum', schema.minimumSchema)
  const fines = load(folder, 'fines.toml', 'fine', schema.fineSchema)
  const documents = loadTable(folder, 'documents.toml', 'documents', schema.documentSchema)
  const glossary = load(folder, 'glossary.toml', 'term', schema.glossarySchema)
  for (const rules of [[...terms, ...thresholds, ...counting], requirements, minimums, fines])
    refuseOverlaps(rules)
  for (const { id, papers } of terms)
    for (const paper of papers)
      if (!documents[paper])
        throw new Error(`${id}: the paper "${paper}" is not in documents.toml: add it there`)
  const calendar = (key: string, shape: Parameters<typeof load>[3]) =>
    load(folder, 'calendar.toml', key, shape) as Fields[]
  return {
    terms: list('Term', 'terms', terms, ['note']) + ids('TermId', terms),
    limitation: list(
      'Term',
      'limitationTerms',
      terms.filter(({ topic }) => topic === 'limitation' || topic === 'dismissal'),
      ['note'],
    ),
    thresholds:
      list('Threshold', 'thresholds', thresholds.map(withFraction), ['note', 'count']) +
      ids('ThresholdId', thresholds),
    counting: list('CountingRule', 'countingRules', counting) + ids('CountingId', counting),
    requirements:
      list('Requirement', 'requirements', requirements, ['note', 'electronic']) +
      ids('ChecklistId', requirements, 'checklist'),
    minimums: list('Minimum', 'minimums', minimums, ['throughYears']) + ids('MinimumId', minimums),
    fines: list('Fine', 'fines', fines, ['note']) + ids('FineId', fines),
    wages: list('Wage', 'wages', load(folder, 'wages.toml', 'wages', schema.wageSchema).map(wageOf)),
    umas: list('Uma', 'umas', load(folder, 'wages.toml', 'uma', schema.umaSchema).map(umaOf)),
    closures: list('Closures', 'closures', calendar('closures', schema.closuresSchema)),
    elections: list('Election', 'elections', calendar('elections', schema.electionSchema)),
    states: list('State', 'states', load(folder, 'places.toml', 'states', schema.stateSchema)),
    municipalities: list(
      'Municipality',
      'municipalities',
      load(folder, 'places.toml', 'municipalities', schema.municipalitySchema),
      ['timezone', 'timezoneBasis'],
    ),
    documents:
      `${head('Paper')}export const documents: Readonly<Record<DocumentId, Paper>> = {\n` +
      `${Object.entries(documents)
        .map(([id, paper]) => `  ${id}: ${JSON.stringify(paper)},\n`)
        .join('')}}\n${ids(
        'DocumentId',
        Object.keys(documents).map((id) => ({ id })),
      )}`,
    glossary: list('TermOfArt', 'glossary', glossary) + ids('TermOfArtId', glossary),
    changelog: list('Reform', 'reforms', load(folder, 'changelog.toml', 'reform', schema.reformSchema)),
  }
}

const head = (type: string) =>
  `// Made by \`npm run generate\` from rules/*.toml. Edit those files, not this one.\nimport type { ${type} } from '../rule.ts'\n\n`

/** snake_case of the files → camelCase of the code; what a rule may leave out becomes null; an empty sign-off is null. */
const list = (type: string, name: string, items: readonly Fields[], optional: readonly string[] = []) => {
  const rows = items.map((item) => {
    const {
      signedBy,
      signedOn,
      seal: _seal,
      ...named
    } = Object.fromEntries(Object.entries(item).map(([key, value]) => [camel(key), value]))
    const absent = Object.fromEntries(optional.map((key) => [key, named[key] ?? null]))
    const standing = {
      ...('validFrom' in named && { validTo: named.validTo ?? null, source: named.source ?? null }),
      ...(signedBy !== undefined && { signedBy: signedBy || null }),
      ...('validFrom' in named && { signedOn: signedOn || null }),
    }
    return `  ${JSON.stringify({ ...named, ...absent, ...standing })},\n`
  })
  return `${head(type)}export const ${name}: readonly ${type}[] = [\n${rows.join('')}]\n`
}

const ids = (type: string, items: readonly object[], key = 'id') => {
  const values = [...new Set(items.map((item) => (item as Record<string, unknown>)[key] as string))]
  return `\nexport type ${type} =\n${values.map((value) => `  | '${value}'\n`).join('')}`
}

const withFraction = (rule: { share?: string | undefined }) => {
  const [n, d] = rule.share?.split('/').map(Number) ?? []
  return { ...rule, share: rule.share ? { n, d } : null }
}

const cents = (pesos: string) => Number(pesos.replace('.', ''))

const wageOf = ({
  general,
  north_border,
  ...rest
}: {
  general: string
  north_border?: string | undefined
}) => ({
  ...rest,
  generalCents: cents(general),
  northBorderCents: north_border ? cents(north_border) : null,
})

const umaOf = ({ daily, ...rest }: { daily: string }) => ({ ...rest, dailyCents: cents(daily) })
