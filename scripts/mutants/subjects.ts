/** The classes whose mistakes are looked for: those that read what Stripe says, decide about it, and compute from it. */

/** Below `classes/`. Order of events, handlers, readers, record sets and calculators; no queries, no jobs, no pages. */
export const FOLDERS = [
  "checkout",
  "customers",
  "dunning",
  "events",
  "health",
  "invoices",
  "money",
  "payers",
  "payments",
  "payments/attempts",
  "payments/disputes",
  "payments/refunds",
  "plans",
  "revenue",
  "revenue/close",
  "stripe",
  "subscriptions",
  "subscriptions/discounts",
  "subscriptions/items",
];

const OTHER_WORK = /(?:Test|Fixture|Selector|Job|Batch|Mock|Controller|Finalizer|Exception)$/;

export interface ClassFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** @param only names of classes; all subjects when there are none */
export function subjectsIn<T extends ClassFile>(
  classes: readonly T[],
  only: readonly string[] = [],
): T[] {
  if (only.length > 0) {
    return only.map((wanted) => {
      const found = classes.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
      if (found === undefined) throw new Error(`There is no class ${wanted}.`);
      return found;
    });
  }
  return classes.filter(({ name, file, text }) => {
    const folder = /classes\/(.+)\/[^/]+$/.exec(file)?.[1] ?? "";
    return FOLDERS.includes(folder) && !OTHER_WORK.test(name) && !/^@IsTest/im.test(text);
  });
}
