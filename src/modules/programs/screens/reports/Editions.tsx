import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { FigureValue } from '../parts/FigureValue.tsx'
import { Following, useFollowing } from '../parts/Following.tsx'
import type { ReportSeen } from '../parts/queries.ts'
import programs from '../programs.module.css'

type Edition = ReportSeen['editions'][number]

/** Every frozen edition with its fingerprint; a restatement shows what changed against the one before. */
export function Editions({ report }: { report: ReportSeen }) {
  const text = useTexts(reportTexts)
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const following = useFollowing()
  const restate = useMutation({
    mutationFn: () => api.programs.restateReport({ id: report.id, follow: following.begin() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['report', report.id] })
      setAsking(false)
    },
  })
  return (
    <Section title={text.editions}>
      <ul className={programs.list}>
        {report.editions
          .toSorted((a, b) => b.edition - a.edition)
          .map((edition) => (
            <EditionCard key={edition.edition} report={report} edition={edition} />
          ))}
      </ul>
      <div className="no-print" style={{ marginTop: '0.75rem' }}>
        <Button size="sm" variant="default" onClick={() => setAsking(true)}>
          {text.restate}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog title={text.restate} act={restate} onClose={() => setAsking(false)}>
          <p>{text.restateSure}</p>
          {restate.isPending && <Following {...following} title={text.counting} />}
        </ConfirmDialog>
      )}
    </Section>
  )
}

function EditionCard({ report, edition }: { report: ReportSeen; edition: Edition }) {
  const { id } = report
  const text = useTexts(reportTexts)
  const [language] = useLanguage()
  const following = useFollowing()
  const remake = useMutation({
    mutationFn: () => api.programs.remakeReport({ id, edition: edition.edition, follow: following.begin() }),
  })
  return (
    <li className={programs.card}>
      <span className={programs.cardHead}>
        <strong style={{ textTransform: 'capitalize' }}>{text.edition(edition.edition)}</strong>
        <Button
          className="no-print"
          size="compact-md"
          variant="default"
          onClick={() => remake.mutate()}
          loading={remake.isPending}
        >
          {text.remake}
        </Button>
      </span>
      <span className={programs.soft}>
        {text.submittedBy(edition.submittedBy, moment(edition.submittedAt, language))}
      </span>
      <span className={programs.mono}>{edition.digest}</span>
      {remake.isPending && <Following {...following} title={text.counting} />}
      {remake.data && (
        <Notice
          kind={remake.data.same ? 'good' : 'warn'}
          title={
            remake.data.same
              ? text.remadeSame(remake.data.figures)
              : remake.data.changed > 0
                ? text.notRemade
                : text.remadeDiffers(remake.data.differing.join(', '))
          }
        >
          {remake.data.changed > 0 && text.remadeChanged(remake.data.changed)}
        </Notice>
      )}
      <Failure error={remake.error} />
      {edition.differences.length > 0 && (
        <Scroll label={text.differences} className={programs.tableWrap}>
          <table className={programs.table}>
            <caption>{text.differences}</caption>
            <thead>
              <tr>
                <th scope="col">{text.indicator}</th>
                <th scope="col" className={programs.right}>
                  {text.before}
                </th>
                <th scope="col" className={programs.right}>
                  {text.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {edition.differences.map((one) => (
                <tr key={`${one.code} ${one.part?.es ?? ''}`}>
                  <th scope="row">
                    {one.code} · {one.title[language]}
                    {one.part && <div className={programs.soft}>{one.part[language]}</div>}
                  </th>
                  <td className={programs.right}>
                    <FigureValue value={one.before} unit={one.unit} />
                  </td>
                  <td className={programs.right}>
                    <FigureValue value={one.after} unit={one.unit} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </li>
  )
}
