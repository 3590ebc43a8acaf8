/** The header in which a tablet says which it is, before its box is read. */
export const tabletHeader = 'asamblea-booth'
