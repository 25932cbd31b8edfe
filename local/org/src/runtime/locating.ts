import { uncharged } from "./heap/charge.ts";

/**
 * Whether the query that runs is a locator's: its rows wait in the database until a batch or an iterator fetches them, so that they count as
 * locator rows, not as query rows, and are not on the heap. Source: Apex Reference, Database.getQueryLocator, "getLimitQueryLocatorRows".
 */
let isLocating = false;

export function locating<T>(run: () => T): T {
  const outer = isLocating;
  isLocating = true;
  try {
    return uncharged(run);
  } finally {
    isLocating = outer;
  }
}

export function isOfLocator(): boolean {
  return isLocating;
}
