import { invalidRequest } from "./stripe-error.ts";

/** Parameters as they arrive: text, or hashes of text by name or by index. */
export type FormValue = string | Form;
export interface Form {
  readonly [name: string]: FormValue;
}

const SEGMENT = /\[([^[\]]*)\]/g;
const DEEPEST = 8;

/**
 * Reads Stripe's nested form encoding: `a=1`, `a[b]=1`, `a[]=1`, `a[0][b]=1`. An index and a name look alike here; which
 * of the two it is, the parameter's schema knows.
 * @throws StripeApiError 400 for a name that is no such path, or that is given both a value and parts
 */
export function parseForm(pairs: Iterable<readonly [string, string]>): Form {
  const form: MutableForm = empty();
  for (const [name, value] of pairs) {
    const path = pathOf(name);
    const last = path.pop() ?? "";
    let place = form;
    for (const segment of path) {
      const key = segment === "" ? nextIndex(place) : segment;
      const held = (place[key] ??= empty());
      if (typeof held === "string")
        throw invalidRequest(`Invalid ${name}: it is also given a value.`, name);
      place = held;
    }
    const key = last === "" ? nextIndex(place) : last;
    if (typeof place[key] === "object")
      throw invalidRequest(`Invalid ${name}: it also has parts.`, name);
    place[key] = value;
  }
  return form;
}

interface MutableForm {
  [name: string]: string | MutableForm;
}

/** Without a prototype, no name is special. */
function empty(): MutableForm {
  // Object.create is typed to return anything.
  return Object.create(null) as MutableForm;
}

function pathOf(name: string): string[] {
  const bracket = name.indexOf("[");
  if (bracket === -1) return [name];
  const brackets = name.slice(bracket);
  const path = [
    name.slice(0, bracket),
    ...[...brackets.matchAll(SEGMENT)].map(([, part = ""]) => part),
  ];
  const isWhole = brackets.replaceAll(SEGMENT, "") === "";
  if (bracket === 0 || !isWhole || path.length > DEEPEST) {
    throw invalidRequest(`Invalid parameter name: ${name}`, name);
  }
  return path;
}

function nextIndex(place: MutableForm): string {
  return String(Object.keys(place).length);
}
