/** Who runs a program's part of this: the screens of awards, definitions, figures and reports. */
export const officers = ['owner', 'coordinator', 'program_officer'] as const
/** Who may give an organization's word on a definition. */
export const signers = ['owner', 'program_officer', 'funder_officer'] as const
/** Who may hold a figure against its records. */
export const verifiers = ['owner', 'vigilance', 'program_officer', 'funder_officer'] as const
/** Who may read what is agreed and issued: everybody but who works with the people of their own lists. */
export const readers = [
  'owner',
  'coordinator',
  'adviser',
  'vigilance',
  'viewer',
  'program_officer',
  'funder_officer',
] as const
/** Who shows a verifier their organization's own records; of a program, its officers. */
export const showers = ['owner', 'coordinator', 'vigilance', 'program_officer'] as const
