import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import type { Definition } from '#platform/facts/definition.ts'
import { useTexts } from '#ui/language.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { pactTexts } from '../../messages.pact.ts'
import type { DefinitionContent } from '../../schema.ts'
import { BothField } from '../parts/BothField.tsx'
import { type DefinitionSeen, type Grammar, useGrammar } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { Counting } from './Counting.tsx'
import { emptyMeasure, isWhole } from './counted.ts'
import { ExamplesField } from './ExamplesField.tsx'

/** Where a definition is written: from nothing, or from another version. */
export function WritePage() {
  const { indicatorId } = useParams({ strict: false }) as { indicatorId: string }
  const { from } = useSearch({ strict: false }) as { from?: string }
  const text = useTexts(pactTexts)
  const grammar = useGrammar()
  const base = useQuery({
    queryKey: ['definition', from],
    queryFn: () => api.programs.definition({ id: from! }),
    enabled: from !== undefined,
  })
  if (!grammar.data || (from && !base.data))
    return <Page title={text.writeTitle}>{<Failure error={grammar.error ?? base.error} />}</Page>
  return <Writing indicatorId={indicatorId} grammar={grammar.data} base={base.data} />
}

const blank: DefinitionContent = {
  text: { es: '', en: '' },
  counts: [],
  countsNot: [],
  feasibility: { es: '', en: '' },
  counted: { measure: emptyMeasure('distinct'), breakdown: [] },
}

function Writing({
  indicatorId,
  grammar,
  base,
}: {
  indicatorId: string
  grammar: Grammar
  base: DefinitionSeen | undefined
}) {
  const text = useTexts(pactTexts)
  const client = useQueryClient()
  const navigate = useNavigate()
  // A version that nobody has spoken of yet still changes under its own number.
  const continues = base?.state.state === 'draft' && base.signatures.length === 0
  const [id] = useState(() => (continues ? base.id : crypto.randomUUID()))
  const [content, setContent] = useState<DefinitionContent>(
    () => (base?.content as DefinitionContent) ?? blank,
  )
  const change = (part: Partial<DefinitionContent>) => setContent({ ...content, ...part })
  const save = useMutation({
    mutationFn: () => api.programs.draftDefinition({ id, indicatorId, content: withoutBlank(content) }),
    onSuccess: async () => {
      await Promise.all(
        [['definition', id], ['definitions'], ['figures'], ['indicators']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      )
      await navigate({ to: '/programs/definitions/$definitionId', params: { definitionId: id } })
    },
  })
  const said = content.text.es.trim() !== '' && content.text.en.trim() !== ''
  return (
    <Page
      title={base ? base.title[document.documentElement.lang === 'en' ? 'en' : 'es'] : text.writeTitle}
      lead={base && !continues ? text.writeNew(base.version) : text.writeLead}
    >
      <div className={styles.stack} style={{ gap: '1.75rem' }}>
        <BothField
          label={text.text}
          help={text.textHelp}
          value={content.text}
          onChange={(value) => change({ text: value })}
          long
          required
        />
        <ExamplesField
          label={text.whatCounts}
          value={content.counts}
          onChange={(counts) => change({ counts })}
        />
        <ExamplesField
          label={text.whatNot}
          value={content.countsNot}
          onChange={(countsNot) => change({ countsNot })}
        />
        <Section title={text.how}>
          <Counting
            grammar={grammar}
            indicatorId={indicatorId}
            counted={content.counted}
            onChange={(counted: Definition) => change({ counted })}
          />
        </Section>
        <BothField
          label={text.feasibility}
          help={text.feasibilityHelp}
          value={content.feasibility}
          onChange={(feasibility) => change({ feasibility })}
          long
        />
        <Failure error={save.error} />
        <div className={styles.bar}>
          <Button
            onClick={() => save.mutate()}
            loading={save.isPending}
            disabled={!said || !isWhole(content.counted.measure)}
          >
            {text.saveDraft}
          </Button>
        </div>
      </div>
    </Page>
  )
}

const withoutBlank = (content: DefinitionContent): DefinitionContent => {
  const written = ({ es, en }: { es: string; en: string }) => es.trim() !== '' || en.trim() !== ''
  return {
    ...content,
    counts: content.counts.filter(written),
    countsNot: content.countsNot.filter(written),
  }
}
