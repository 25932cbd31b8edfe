import type { Notice } from "./metadata/project-metadata.ts";

/** What is said of a project that this org leaves out parts of: one line for each thing, however many files say it. */
export function noticeLines(notices: readonly Notice[]): readonly string[] {
  return [...Map.groupBy(notices, ({ message }) => message)].map(([message, of]) => {
    const [first] = of;
    const more = of.length - 1;
    const place = more === 0 ? "" : ` and ${more} more`;
    return `${first?.file ?? ""}${place}: ${message}`;
  });
}
