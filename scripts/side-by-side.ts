/** Does all the work, at most `limit` pieces at a time, and begins in the order given; the results stand in that order too. */
export async function sideBySide<Work, Result>(
  works: readonly Work[],
  limit: number,
  act: (work: Work) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = works.entries();
  const worker = async (): Promise<void> => {
    for (const [index, work] of waiting) results[index] = await act(work);
  };
  await Promise.all(Array.from({ length: Math.min(limit, works.length) }, worker));
  return results;
}
