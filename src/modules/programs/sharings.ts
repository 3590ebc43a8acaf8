type Agreement = { receiverId: string; signedAt: Date | null; withdrawnAt: Date | null }

/**
 * The agreements in a program's favor that were signed or withdrawn after a moment. What is counted then and now rests on different
 * organizations, so that any difference would be what one of them gives: nothing of it is told.
 */
export const changedSince = <Some extends Agreement>(
  sharings: readonly Some[],
  programId: string,
  moment: Date,
): Some[] =>
  sharings.filter(
    ({ receiverId, signedAt, withdrawnAt }) =>
      receiverId === programId &&
      ((signedAt && signedAt > moment) || (signedAt && withdrawnAt && withdrawnAt > moment)),
  )
