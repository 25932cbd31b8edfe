import { methodWording, statusWording } from "c/stripePaymentWording";
import { labels } from "./labels";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One list for good: a list box that is given a new one while it is open forgets which entry the keyboard is on. */
export const STATUSES: readonly Choice[] = [
  { value: "", label: labels.allStatuses },
  ...["succeeded", "failed", "processing", "requires_action", "canceled"].map((value) => ({
    value,
    label: statusWording(value).label,
  })),
];

/** The first stands for all of them. */
export function methodsOf(words: readonly string[]): readonly Choice[] {
  return [
    { value: "", label: labels.allMethods },
    ...words.map((value) => ({ value, label: methodWording(value) })),
  ];
}
