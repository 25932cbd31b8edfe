/** @param share in [0, 1]: 0.95 is the value that 95 % do not exceed */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("There is no quantile of nothing.");
  return value;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
