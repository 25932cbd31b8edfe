/** System.Collator: the order of texts in the running user's locale. Source: Apex Reference, "Collator Class". */
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
export class CollatorValue {
    #order;
    constructor(locale) {
        this.#order = new Intl.Collator(locale.replaceAll("_", "-"));
    }
    /** null comes first. */
    compare(a, b) {
        if (a === null || b === null)
            return a === b ? 0 : a === null ? -1 : 1;
        return Math.sign(this.#order.compare(a, b));
    }
}
export const collatorBehaviour = platformType({
    type: "System.Collator",
    implementation: CollatorValue,
    statics: { getInstance: () => new CollatorValue(transaction().user.locale) },
    methods: {
        compare: (collator, a, b) => collator.compare(a, b),
    },
});
