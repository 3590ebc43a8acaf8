/** Who runs a program's part of this: the screens of awards, definitions, figures and reports. */
export const officers = ['owner', 'coordinator', 'program_officer'] as const
/** Who may give an organization's word on a definition. */
export const signers = ['owner', 'program_officer', 'funder_officer'] as const
/** Who may hold a figure against its records. */
export const verifiers = ['owner', 'vigilance', 'program_officer', 'funder_officer'] as const
