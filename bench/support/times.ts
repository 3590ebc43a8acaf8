/** The middle one of some figures; of an even number, the lower of the two. */
export const median = (figures: readonly number[]): number => percentile(figures, 50)

/** The figure that `percent` of a hundred do not exceed (nearest rank). */
export const percentile = (figures: readonly number[], percent: number): number =>
  figures.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((figures.length * percent) / 100) - 1)]!
