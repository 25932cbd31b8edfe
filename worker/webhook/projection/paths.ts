import * as z from "zod/mini";

import { isAllowList, isElementList, type Allowed, type AllowList } from "./allow-list.ts";

/** Any JSON: what an extension names is its own to check. */
const anything = z.unknown();

/** The fields that these paths name: `bank.name`, `lines.data.*.amount`. */
export function allowListOf(paths: readonly string[]): AllowList {
  return paths.reduce<AllowList>((list, path) => merged(list, fieldAt(path.split("."))), {});
}

/** Both; where a field stands in both and one of them says no more than that, the first has its way. */
export function merged(first: AllowList, second: AllowList): AllowList {
  const both: Record<string, Allowed> = { ...first };
  for (const [name, field] of Object.entries(second)) {
    const held = both[name];
    both[name] = held === undefined ? field : mergedField(held, field);
  }
  return both;
}

function mergedField(first: Allowed, second: Allowed): Allowed {
  if (isElementList(first) && isElementList(second)) {
    const [held] = first;
    const [more] = second;
    return isAllowList(held) && isAllowList(more) ? [merged(held, more)] : first;
  }
  return isAllowList(first) && isAllowList(second) ? merged(first, second) : first;
}

function fieldAt([name = "", ...rest]: readonly string[]): AllowList {
  return { [name]: fieldBelow(rest) };
}

function fieldBelow(path: readonly string[]): Allowed {
  if (path.length === 0) return anything;
  if (path[0] !== "*") return fieldAt(path);
  const [, ...below] = path;
  return [below.length === 0 || below[0] === "*" ? anything : fieldAt(below)];
}
