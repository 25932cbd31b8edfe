/** Whom sharing rules name. */
import type { SharingTarget } from "../../schema/schema.ts";
import type { RecordStore } from "../../store/record-store.ts";
/** The id of the Group that stands for it; undefined when there is none. */
export declare function groupIdOf(store: RecordStore, target: SharingTarget): string | undefined;
/** The owners whose records "owned by members of" a group means: its users, at any depth; of a queue the queue. */
export declare function ownersIn(store: RecordStore, groupId: string, seen?: Set<string>): ReadonlySet<string>;
