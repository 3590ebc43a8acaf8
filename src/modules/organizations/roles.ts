/** Who may give another organization a code to connect by; an officer only for the funder they work at. */
export const connecting = ['owner', 'funder_officer'] as const
