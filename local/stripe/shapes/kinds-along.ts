import type { Shapes } from "./shapes-of-types.ts";

/**
 * The kinds of value at a path that leads through other objects too: `items.data.*.price.product` of a subscription. Undefined where no field is.
 * What is expanded on demand is followed as if it were.
 */
export function kindsAlong(
  objects: Shapes["objects"],
  object: string,
  path: string,
): readonly string[] | undefined {
  const shape = objects[object] ?? {};
  const names = path.split(".");
  for (let length = names.length; length > 0; length--) {
    const at = names.slice(0, length).join(".");
    const kinds = (shape[at] ?? shape[`${at}?`])?.split("|");
    if (kinds === undefined) continue;
    if (length === names.length) return kinds;
    const rest = names.slice(length).join(".");
    for (const kind of kinds.filter((each) => each.startsWith("<"))) {
      const found = kindsAlong(objects, kind.slice(1, -1), rest);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return undefined;
}
