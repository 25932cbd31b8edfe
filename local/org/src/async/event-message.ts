import type { ApexObject } from "../runtime/object.ts";
import type { RowValues } from "../store/row.ts";

/** A platform event on its way. */
export interface EventMessage {
  readonly object: string;
  readonly uuid: string;
  readonly values: RowValues;
  readonly publishedBy: string;
  /** Epoch ms. */
  readonly publishedAt: number;
  readonly callback: ApexObject | null;
  /** Of a message that waits in a test: its event is published immediately, so no rollback takes it back. */
  readonly isImmediate?: boolean;
}

/** A message with its place in the bus. */
export interface StoredEvent extends EventMessage {
  readonly replayId: number;
}
