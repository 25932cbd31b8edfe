/** System.UUID. Source: Apex Reference, "UUID Class": version 4, printed in lower case. */
import { randomUUID } from "node:crypto";
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { refuseJson } from "../json/json-error.ts";
import { registerJsonForm } from "../json/platform-forms.ts";
import { required } from "../required.ts";

export class UuidValue {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get $identity(): string {
    return `UUID ${this.text}`;
  }

  toString(): string {
    return this.text;
  }
}

function fromString(text: string | null): UuidValue {
  const given = required(text);
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given))
    raise("System.IllegalArgumentException", `Invalid UUID string: ${given}`);
  return new UuidValue(given.toLowerCase());
}

/** Java's: the two 64-bit halves, and their two 32-bit halves, exclusive-or. */
function hashCode(uuid: UuidValue): number {
  const digits = uuid.text.replaceAll("-", "");
  return [0, 8, 16, 24].reduce(
    (hash, at) => hash ^ Number.parseInt(digits.slice(at, at + 8), 16),
    0,
  );
}

export const uuidBehaviour = platformType({
  type: "System.UUID",
  implementation: UuidValue,
  statics: { fromString, randomUUID: () => new UuidValue(randomUUID()) },
  methods: {
    equals: (uuid: UuidValue, other: unknown) =>
      other instanceof UuidValue && other.text === uuid.text,
    hashCode,
    toString: (uuid: UuidValue) => uuid.text,
  },
});

registerJsonForm({
  type: "System.UUID",
  read: (node) =>
    node.kind === "string" ? fromString(node.text) : refuseJson("Illegal value for primitive"),
  write: String,
});
