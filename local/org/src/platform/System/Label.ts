/** System.Label: custom labels by name. Source: Apex Reference, "Label Class". There are no translations: every language reads the same text. */
import { raise } from "../../runtime/exception.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

function find(label: string | null): string | undefined {
  return transaction().host.schema.labels.get(required(label).toLowerCase());
}

function get(namespace: string | null, label: string | null): string {
  return (
    find(label) ??
    raise(
      "System.IllegalArgumentException",
      `Custom label ${namespace === null || namespace === "" ? "" : `${namespace}.`}${label ?? ""} does not exist`,
    )
  );
}

export const labelBehaviour = platformType({
  type: "System.Label",
  statics: {
    get,
    translationExists: (_namespace: string | null, label: string | null, language: string | null) =>
      find(label) !== undefined &&
      required(language).toLowerCase() === transaction().user.language.toLowerCase(),
  },
});
