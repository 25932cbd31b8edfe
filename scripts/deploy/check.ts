export type Check =
  | { readonly kind: "passed"; readonly title: string }
  | {
      readonly kind: "failed";
      readonly title: string;
      /** What is wrong, one sentence. */
      readonly problem: string;
      /** What to type or do about it, one step a line. */
      readonly remedy: readonly string[];
    }
  /** Could not be looked at, because of an earlier failure. */
  | { readonly kind: "skipped"; readonly title: string; readonly because: string };

export function passed(title: string): Check {
  return { kind: "passed", title };
}

export function failed(title: string, problem: string, ...remedy: readonly string[]): Check {
  return { kind: "failed", title, problem, remedy };
}

export function skipped(title: string, because: string): Check {
  return { kind: "skipped", title, because };
}

export function checkLine(check: Check): string {
  switch (check.kind) {
    case "passed":
      return `✓ ${check.title}`;
    case "skipped":
      return `- ${check.title}: not looked at, ${check.because}`;
    case "failed":
      return [
        `✗ ${check.title}: ${check.problem}`,
        ...check.remedy.map((step) => `    → ${step}`),
      ].join("\n");
  }
}
