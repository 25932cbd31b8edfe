import type { Lane } from "../event.ts";
import { NO_EXTENSIONS, type Extensions } from "../extensions.ts";
import { eventTypeOf, FORWARDED_EVENT_TYPES } from "./event-types.ts";
import { allowListOf } from "./projection/paths.ts";
import { projectionOf, type Projection } from "./projection/projection.ts";
import { PROJECTIONS } from "./projections.ts";

export interface WantedType {
  readonly lane: Lane;
  /** The name in the object's `object` field. */
  readonly object: string;
  /** What of the object leaves the edge. */
  readonly projection: Projection;
}

/** The types Salesforce wants: this project's, and those a setting adds for handlers of others. */
export interface EventCatalog {
  typeOf(type: string): WantedType | undefined;
  /** What a Stripe endpoint's `enabled_events` must name. */
  readonly types: readonly string[];
}

/** A type of this project keeps its lane and object, whatever the setting says; a field that travels already does so as before. */
export function catalogWith({ events, fields }: Extensions): EventCatalog {
  const own: ReadonlyMap<string, Projection> = new Map(Object.entries(PROJECTIONS));
  const projections = new Map<string, Projection>(own);
  for (const { object } of Object.values(events))
    if (!own.has(object)) projections.set(object, projectionOf({ object, fields: {} }));
  for (const [object, paths] of Object.entries(fields)) {
    const projection = projections.get(object);
    if (projection !== undefined) projections.set(object, projection.with(allowListOf(paths)));
  }
  return {
    typeOf(type) {
      const wanted = eventTypeOf(type) ?? (Object.hasOwn(events, type) ? events[type] : undefined);
      const projection = wanted === undefined ? undefined : projections.get(wanted.object);
      return wanted === undefined || projection === undefined
        ? undefined
        : { ...wanted, projection };
    },
    types: [...new Set([...FORWARDED_EVENT_TYPES, ...Object.keys(events)])],
  };
}

export const OWN_EVENTS: EventCatalog = catalogWith(NO_EXTENSIONS);

const catalogs = new WeakMap<Extensions, EventCatalog>();

/** Made once for each configuration. */
export function catalogOf(extensions: Extensions): EventCatalog {
  const known = catalogs.get(extensions);
  if (known !== undefined) return known;
  const catalog = catalogWith(extensions);
  catalogs.set(extensions, catalog);
  return catalog;
}
