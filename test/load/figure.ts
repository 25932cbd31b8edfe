/** One figure of a run beside what it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly yardstick: string;
  /** null: there is no target, the figure is only told. */
  readonly isMet: boolean | null;
}

export function figureTable(figures: readonly Figure[]): string {
  const rows = [
    { what: "", value: "measured", yardstick: "beside", verdict: "" },
    ...figures.map(({ what, value, yardstick, isMet }) => ({
      what,
      value,
      yardstick,
      verdict: isMet === null ? "" : isMet ? "met" : "MISSED",
    })),
  ];
  const width = (column: "what" | "value" | "yardstick"): number =>
    Math.max(...rows.map((row) => row[column].length));
  const [what, value, yardstick] = [width("what"), width("value"), width("yardstick")];
  return rows
    .map((row) =>
      [
        row.what.padEnd(what),
        row.value.padStart(value),
        row.yardstick.padEnd(yardstick),
        row.verdict,
      ].join("  "),
    )
    .join("\n");
}
