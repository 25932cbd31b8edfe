import { addedSince, shapesAt, type KnownVersion } from "./known-versions.ts";

type Hash = Readonly<Record<string, unknown>>;

/** What of an object's JSON is not as the version has it: fields it lacks, fields unknown to it, other kinds of value, other words. */
export function complaintsAbout(value: unknown, version: KnownVersion): readonly string[] {
  return isHash(value) ? [...new Set(ofObject(value, version))] : ["no object"];
}

/** The same of the previous attributes of an object: a part of it, in its shape. */
export function previousComplaints(
  object: string,
  previous: object,
  version: KnownVersion,
): readonly string[] {
  const complaints = isHash(previous) ? ofFields(previous, "", object, version, "some") : [];
  return [...new Set(complaints)].map((complaint) => `previous ${complaint}`);
}

function ofObject(value: Hash, version: KnownVersion): string[] {
  const name = String(value["object"]);
  return name in shapesAt(version) ? ofFields(value, "", name, version, "all") : [];
}

/** `below` is the path of a hash in its object, with a dot at its end; `of` the object's name. */
function ofFields(
  value: Hash,
  below: string,
  of: string,
  version: KnownVersion,
  expected: "all" | "some",
): string[] {
  const missing = expected === "some" ? [] : fieldsBelow(below, of, version);
  return [
    ...missing
      .filter((field) => !(field in value))
      .map((field) => `${of}.${below}${field} is missing`),
    ...Object.entries(value).flatMap(([field, held]) =>
      ofField(held, `${below}${field}`, of, version, expected),
    ),
  ];
}

/** The names of the fields that are always there. */
function fieldsBelow(below: string, of: string, version: KnownVersion): string[] {
  return Object.keys(shapesAt(version)[of] ?? {})
    .filter((path) => path.startsWith(below) && !path.endsWith("?"))
    .map((path) => path.slice(below.length))
    .filter((field) => field !== "*" && !field.includes("."));
}

function ofField(
  value: unknown,
  at: string,
  of: string,
  version: KnownVersion,
  expected: "all" | "some",
): string[] {
  const kinds = kindsAt(at, of, version);
  if (kinds.length === 0) return [`${of}.${at} is unknown`];
  if (kinds.includes("any")) return [];
  if (Array.isArray(value)) {
    if (!kinds.includes("list")) return [`${of}.${at} is a list`];
    return value.flatMap((each) => ofField(each, `${at}.*`, of, version, expected));
  }
  // What was not there before is null among the previous attributes.
  if (value === null && expected === "some") return [];
  if (isHash(value)) {
    const object = kinds.find((kind) => kind === `<${String(value["object"])}>`);
    if (object !== undefined) return ofObject(value, version);
    // A part of an object, which says no more of what it is.
    const only = kinds.find((kind) => kind.startsWith("<"))?.slice(1, -1);
    if (expected === "some" && only !== undefined && !kinds.includes("hash"))
      return ofFields(value, "", only, version, expected);
    if (!kinds.includes("hash")) return [`${of}.${at} is a hash`];
    return isOpen(at, of, version) ? [] : ofFields(value, `${at}.`, of, version, expected);
  }
  return isOneOf(value, kinds) ? [] : [`${of}.${at} is ${JSON.stringify(value)}`];
}

/** The kinds of value that may stand there; none where nothing may. */
function kindsAt(at: string, of: string, version: KnownVersion): readonly string[] {
  return [shapesAt(version), addedSince(version)].flatMap((shapes) => {
    const shape = shapes[of] ?? {};
    return (shape[at] ?? shape[`${at}?`])?.split("|") ?? [];
  });
}

/** A hash whose keys are anybody's own: metadata. */
function isOpen(at: string, of: string, version: KnownVersion): boolean {
  return ![shapesAt(version), addedSince(version)].some((shapes) =>
    Object.keys(shapes[of] ?? {}).some((path) => path.startsWith(`${at}.`)),
  );
}

function isOneOf(value: unknown, kinds: readonly string[]): boolean {
  if (value === null) return kinds.includes("null");
  if (kinds.includes(typeof value)) return true;
  return typeof value === "string" && kinds.includes(`'${value}'`);
}

function isHash(value: unknown): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
