import type { Reason } from "@salesforce/apex/StripeIntegrationController.state";
import locale from "@salesforce/i18n/locale";
import timeZone from "@salesforce/i18n/timeZone";
import { filled } from "c/stripeFilled";
import { labels } from "./labels";

const SENTENCES: Readonly<Record<string, string>> = {
  SILENT: labels.silent,
  NEVER: labels.never,
  BREAKER_OPEN: labels.breakerOpen,
  DEAD_LETTERS: labels.deadLetters,
  OLD_FAILURES: labels.oldFailures,
  FAILURES: labels.failures,
  SLOW: labels.slow,
  NARROWED: labels.narrowed,
  BUDGET: labels.budget,
  API: labels.api,
};

/** Why the light is not green, and what to do, in a sentence. */
export function sentenceOfReason({ kind, value, since }: Reason): string {
  const moment = since === null || since === undefined ? null : momentText(since);
  const parts = [value ?? null, moment].filter((part) => part !== null);
  return filled(SENTENCES[kind ?? ""] ?? kind ?? "", ...parts);
}

/** At the clock of the user. */
export function momentText(moment: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  }).format(new Date(moment));
}
