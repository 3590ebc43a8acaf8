import { type ComplaintCode, complain } from '../text/complaints.ts'
import type { Damage } from './archive.ts'
import type { Unfit } from './restore.ts'

const sentences: Record<Damage | Unfit, ComplaintCode> = {
  'not-an-archive': 'not-an-archive',
  'wrong-key': 'archive-key',
  'newer-format': 'archive-newer',
  damaged: 'archive-damaged',
  'cut-off': 'archive-damaged',
  'not-empty': 'not-empty',
  'newer-software': 'archive-newer',
  'not-a-server': 'archive-kind',
  'not-an-organization': 'archive-kind',
  'other-version': 'archive-other-version',
  'here-already': 'here-already',
  unequal: 'archive-unequal',
}

/** Turns why a file cannot be used into a sentence for whoever holds it; for `catch`. */
export const fileComplaint =
  (file: string) =>
  (error: { damage?: Damage; unfit?: Unfit }): never => {
    const reason = error.damage ?? error.unfit
    throw reason ? complain(sentences[reason], { file }, error) : error
  }
