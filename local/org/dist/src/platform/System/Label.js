/** System.Label: custom labels by name. Source: Apex Reference, "Label Class". There are no translations: every language reads the same text. */
import { raise } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
function find(label) {
    return transaction().host.schema.labels.get(required(label).toLowerCase());
}
function get(namespace, label) {
    return (find(label) ??
        raise("System.IllegalArgumentException", `Custom label ${namespace === null || namespace === "" ? "" : `${namespace}.`}${label ?? ""} does not exist`));
}
export const labelBehaviour = platformType({
    type: "System.Label",
    statics: {
        get,
        translationExists: (_namespace, label, language) => find(label) !== undefined &&
            required(language).toLowerCase() === transaction().user.language.toLowerCase(),
    },
});
