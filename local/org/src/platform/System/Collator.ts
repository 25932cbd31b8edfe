/** System.Collator: the order of texts in the running user's locale. Source: Apex Reference, "Collator Class". */
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";

export class CollatorValue {
  readonly #order: Intl.Collator;

  constructor(locale: string) {
    this.#order = new Intl.Collator(locale.replaceAll("_", "-"));
  }

  /** null comes first. */
  compare(a: string | null, b: string | null): number {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    return Math.sign(this.#order.compare(a, b));
  }
}

export const collatorBehaviour = platformType({
  type: "System.Collator",
  implementation: CollatorValue,
  statics: { getInstance: () => new CollatorValue(transaction().user.locale) },
  methods: {
    compare: (collator: CollatorValue, a: string | null, b: string | null) =>
      collator.compare(a, b),
  },
});
