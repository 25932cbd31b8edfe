import type { ObjectStore } from "../store/object-store.ts";
import type { Route } from "./route.ts";

/** Reads what an object shows only when asked to `expand` it. */
export type Expansion = (objects: ObjectStore, id: string) => unknown;

/** What one folder of resources adds to the API. */
export interface Resource {
  /** The first that fits answers, so `/customers/search` stands before `/customers/:id`. */
  readonly routes: readonly Route[];
  /** By `object.property`, for example `charge.refunds`. Properties that hold an id need no entry. */
  readonly expansions?: Readonly<Record<string, Expansion>>;
}
