import type { StandardObjectDetail } from "./curated-types.ts";
import { named, type FieldDraft } from "./field-builders.ts";
import { words } from "./field-label.ts";

export interface ObjectDraft {
  readonly name: string;
  /** The words of the name, when left out. */
  readonly label?: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  /** `Name`, when left out. */
  readonly nameField?: string | null;
  /** What DML can do; all of it, when left out. A record that cannot be deleted cannot be undeleted. */
  readonly allows?: readonly ("create" | "update" | "delete" | "undelete")[];
  readonly isSetupObject?: boolean;
  readonly fields: Readonly<Record<string, FieldDraft>>;
}

const ALL = ["create", "update", "delete", "undelete"] as const;

export function curate(draft: ObjectDraft): StandardObjectDetail {
  const { name, label = words(name), labelPlural, keyPrefix, nameField = "Name" } = draft;
  const allows: readonly string[] = draft.allows ?? ALL;
  return {
    name,
    label,
    labelPlural,
    keyPrefix,
    nameField,
    isCreateable: allows.includes("create"),
    isUpdateable: allows.includes("update"),
    isDeletable: allows.includes("delete"),
    isQueryable: true,
    isUndeletable: allows.includes("undelete"),
    isSetupObject: draft.isSetupObject ?? false,
    fields: Object.entries(draft.fields).map(([field, fieldDraft]) => named(field, fieldDraft)),
  };
}
