import type { ObjectStore } from "../store/object-store.ts";
import type { Form } from "./form.ts";
import { withoutIncludable } from "./includable.ts";
import type { Expansion } from "./resource.ts";
import { listOf, text } from "./parameters.ts";
import { parseParameters } from "./parse-parameters.ts";
import { invalidRequest } from "./stripe-error.ts";
import { z } from "zod";

const MAX_DEPTH = 4;

const expandParameter = z.object({ expand: listOf(text()).default([]) });

/** Takes `expand[]` out of a request's parameters. */
export function takeExpand(form: Form): { readonly paths: string[]; readonly rest: Form } {
  const { expand: paths } = parseParameters(expandParameter, form);
  const rest = Object.fromEntries(Object.entries(form).filter(([name]) => name !== "expand"));
  return { paths, rest };
}

type Json = Readonly<Record<string, unknown>>;

export interface Expanding {
  readonly objects: ObjectStore;
  readonly expansions: Readonly<Record<string, Expansion>>;
}

/**
 * Replaces ids by the objects they name.
 * @param paths as given in `expand[]`, for example `latest_charge.customer`, in a list `data.customer`
 * @throws StripeApiError 400 for a property that cannot be expanded, or nested more than four levels deep
 */
export function expand(object: object, paths: readonly string[], expanding: Expanding): object {
  return paths.reduce((expanded, path) => {
    const segments = path.split(".");
    if (segments.filter((segment) => segment !== "data").length > MAX_DEPTH) {
      throw invalidRequest(
        `You cannot expand more than ${MAX_DEPTH} levels of a property (${path}).`,
        "expand",
      );
    }
    // Every object of the API is JSON.
    return expandPath(expanded as Json, segments, path, expanding);
  }, object);
}

function expandPath(
  holder: Json,
  [property = "", ...rest]: readonly string[],
  path: string,
  expanding: Expanding,
): Json {
  const { value, isIncluded } = valueOf(holder, property, expanding);
  // A price without tiers shows none, whoever asks.
  if (value === null || (isIncluded && value === undefined)) return holder;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => {
      const target = typeof item === "string" ? named(item, expanding.objects) : item;
      if (!isJson(target)) throw notExpandable(path);
      return rest.length === 0 ? target : expandPath(target, rest, path, expanding);
    });
    return { ...holder, [property]: items };
  }
  const target = typeof value === "string" ? named(value, expanding.objects) : value;
  if (!isJson(target)) throw notExpandable(path);
  // A hash of the object's own is no object of its own, unless it is one of those that are shown only when asked for.
  if (rest.length === 0 && !isIncluded && typeof target["object"] !== "string") {
    throw notExpandable(path);
  }
  return {
    ...holder,
    [property]: rest.length === 0 ? target : expandPath(target, rest, path, expanding),
  };
}

function valueOf(
  holder: Json,
  property: string,
  { objects, expansions }: Expanding,
): { readonly value: unknown; readonly isIncluded: boolean } {
  const held = Object.hasOwn(holder, property) ? holder[property] : undefined;
  if (held !== undefined) return { value: held, isIncluded: false };
  const expansion = expansions[`${String(holder["object"])}.${property}`];
  return {
    value: expansion?.(objects, String(holder["id"])),
    isIncluded: expansion !== undefined,
  };
}

/** What an id names; a customer that was deleted is still shown as such. */
function named(id: string, objects: ObjectStore): Json | undefined {
  const found = objects.findById(id);
  // Every object of the API is JSON.
  if (found !== undefined) return withoutIncludable(found) as unknown as Json;
  return objects.isDeleted("customer", id) ? { id, object: "customer", deleted: true } : undefined;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notExpandable(path: string): Error {
  return invalidRequest(`This property cannot be expanded (${path}).`, "expand");
}
