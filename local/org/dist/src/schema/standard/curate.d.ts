import type { StandardObjectDetail } from "./curated-types.ts";
import { type FieldDraft } from "./field-builders.ts";
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
export declare function curate(draft: ObjectDraft): StandardObjectDetail;
