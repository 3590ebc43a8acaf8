import type { BlockInput } from '#platform/documents/blocks.ts'
import { Document, type DocumentInput } from '#platform/documents/document.ts'
import { daysBetween, type Language, longDay } from '#platform/documents/format.ts'
import type { ReportContent } from './content.ts'
import { dataTable } from './data.ts'
import { breakdownTable, progressBlocks } from './progress.ts'
import { notesFor, saidCell, saidShare, saidValue } from './values.ts'
import { paperWords } from './words.ts'

/** Which edition a paper is of; a draft is stamped as one. */
export type Issue = { edition: number; digest: string } | 'draft'

/** The report for whoever pays for the program. */
export const reportPaper = (content: ReportContent, language: Language, issue: Issue): Document => {
  const t = paperWords[language]
  const { award, period, template } = content
  const title = `${template.name[language]}: ${unbroken(period[language])}`
  return Document.parse({
    language,
    title,
    by: content.program,
    day: content.day,
    running: { head: { start: award.name, end: period[language] }, foot: content.program },
    ...(issue === 'draft' && { stamp: t.draft }),
    numbered: true,
    opening: {
      opening: 'cover',
      kicker: award.code,
      subtitle: award.name,
      details: [
        { term: t.period, text: daysBetween(period.since, period.until, language) },
        { term: t.grantee, text: award.grantee },
        { term: t.funder, text: award.funderName },
        { term: t.issued, text: longDay(content.day, language) },
        ...(issue === 'draft'
          ? []
          : [
              { term: t.edition, text: t.editions(issue.edition) },
              { term: t.digest, text: grouped(issue.digest) },
            ]),
      ],
    },
    sections: [
      {
        layout: 'flow',
        blocks: [
          { block: 'contents', title: t.contents, depth: 2 },
          ...differenceBlocks(content, language),
          ...template.blocks.flatMap((block) => sectionBlocks(content, block, language)),
        ],
      },
    ],
  } satisfies DocumentInput)
}

/** In two halves, so that a line may break and an eye may compare. */
const grouped = (digest: string) => digest.replaceAll(/.{32}(?=.)/g, '$& ')

/** A period's number and its year never stand alone on a line. */
const unbroken = (period: string) => period.replace(/^(\S+) /, '$1\u00a0').replace(/ (\S+)$/, '\u00a0$1')

const sectionBlocks = (
  content: ReportContent,
  { block, kind, title }: ReportContent['template']['blocks'][number],
  language: Language,
): BlockInput[] => {
  const inside =
    kind === 'text'
      ? paragraphs(content.texts[block]?.[language] ?? '')
      : evidenceBlocks(content, block, language)
  return inside.length === 0 ? [] : [{ block: 'heading', level: 1, text: title[language] }, ...inside]
}

const paragraphs = (text: string): BlockInput[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => ({ block: 'paragraph', text: part }))

/** What a block that people do not write holds. */
export const evidenceBlocks = (content: ReportContent, block: string, language: Language): BlockInput[] => {
  if (block === 'progress') return progressBlocks(content.figures, language)
  if (block === 'stories') return storyBlocks(content, language)
  if (block === 'team') return teamBlocks(content, language)
  if (block === 'unmet') return unmetBlocks(content, language)
  if (block === 'data') return [dataTable(content, language)]
  return content.evidence[block]?.[language] ?? []
}

const storyBlocks = ({ stories }: ReportContent, language: Language): BlockInput[] =>
  stories.flatMap(({ title, text, attribution }): BlockInput[] => [
    { block: 'heading', level: 2, text: title },
    { block: 'quote', text, attribution: { level: 'role', role: attribution[language] } },
  ])

const teamBlocks = ({ team }: ReportContent, language: Language): BlockInput[] => {
  const t = paperWords[language]
  if (!team) return []
  return [
    {
      block: 'numbers',
      items: [
        { value: String(team.people), label: t.people(team.people) },
        { value: team.fte.toFixed(1), label: t.fte },
        { value: String(team.partners), label: t.partners(team.partners), detail: t.academic(team.academic) },
      ],
    },
  ]
}

const unmetBlocks = ({ unmet }: ReportContent, language: Language): BlockInput[] => {
  const t = paperWords[language]
  if (unmet.length === 0) return []
  return [
    {
      block: 'table',
      caption: t.unmet,
      columns: [
        { as: 'text', header: t.sector, rowHeader: true },
        { as: 'text', header: t.state },
        { as: 'number', header: t.done },
        { as: 'number', header: t.asked },
      ],
      rows: unmet.map(({ sector, state, done, asked }) => ({
        cells: [sector[language], state, done, asked],
      })),
    },
  ]
}

const differenceBlocks = ({ differences }: ReportContent, language: Language): BlockInput[] => {
  const t = paperWords[language]
  if (differences.length === 0) return []
  return [
    { block: 'heading', level: 1, text: t.differences },
    {
      block: 'table',
      caption: t.differences,
      columns: [
        { as: 'text', header: t.code },
        { as: 'text', header: t.indicator, rowHeader: true },
        { as: 'text', header: t.part },
        { as: 'text', header: t.before, align: 'end' },
        { as: 'text', header: t.after, align: 'end' },
      ],
      rows: differences.map(({ code, title, part, unit, before, after }) => ({
        cells: [
          code,
          title[language],
          part?.[language] ?? t.total,
          saidCell(before, unit, language),
          saidCell(after, unit, language),
        ],
      })),
      notes: notesFor(
        differences.flatMap(({ before, after }) => [before, after]),
        language,
      ),
    },
  ]
}

/** The figures alone, for a workbook or a CSV file. */
export const dataPaper = (content: ReportContent, language: Language, issue: Issue): Document => {
  const t = paperWords[language]
  return Document.parse({
    language,
    title: `${t.data}: ${content.period[language]}`,
    by: content.program,
    day: content.day,
    page: { orientation: 'landscape' },
    opening: { opening: 'title', subtitle: content.award.name },
    ...(issue === 'draft' && { stamp: t.draft }),
    sections: [
      {
        layout: 'flow',
        blocks: [
          dataTable(content, language),
          ...content.figures
            .filter(({ figure }) => figure && figure.rows.length > 0)
            .map((told) => breakdownTable(told, language)),
        ],
      },
    ],
  } satisfies DocumentInput)
}

/** One page in large type for the people whose work it was: three figures, a voice, and what comes next. */
export const assemblyPaper = (content: ReportContent, language: Language, issue: Issue): Document => {
  const t = paperWords[language]
  const shown = content.figures.filter(({ figure }) => figure?.value.kind === 'shown').slice(0, 3)
  const [story] = content.stories
  const next = paragraphs(content.texts.next?.[language] ?? '')[0]
  return Document.parse({
    language,
    title: content.award.name,
    by: content.program,
    day: content.day,
    page: { type: 'large' },
    mostPages: 1,
    ...(issue === 'draft' && { stamp: t.draft }),
    opening: { opening: 'title', kicker: t.sheet, subtitle: content.period[language] },
    sections: [
      {
        layout: 'flow',
        blocks: [
          ...(shown.length > 0
            ? ([
                { block: 'heading', level: 1, text: t.whatCame },
                {
                  block: 'numbers',
                  items: shown.map(({ figure, title, share }) => ({
                    value: saidValue(figure!.value, figure!.unit, language),
                    label: title[language],
                    ...(share !== null && { detail: t.ofTarget(saidShare(share, language)) }),
                  })),
                },
              ] satisfies BlockInput[])
            : []),
          ...(story
            ? ([
                {
                  block: 'quote',
                  text: brief(story.text, 260),
                  attribution: { level: 'role', role: story.attribution[language] },
                },
              ] satisfies BlockInput[])
            : []),
          ...(next?.block === 'paragraph' && typeof next.text === 'string'
            ? ([
                { block: 'heading', level: 1, text: t.whatNext },
                { block: 'paragraph', text: brief(next.text, 400) },
              ] satisfies BlockInput[])
            : []),
          { block: 'paragraph', size: 'small', text: t.source },
        ],
      },
    ],
  } satisfies DocumentInput)
}

/** Whole sentences up to a length; a first sentence that is longer is cut between words. */
const brief = (text: string, most: number): string => {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const whole = flat
    .slice(0, most)
    .replace(/[^.!?]*$/, '')
    .trim()
  return whole || `${flat.slice(0, most).replace(/\S*$/, '').trim()}…`
}
