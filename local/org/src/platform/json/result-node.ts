/** The parts of a JSON object that stands for a result of the platform: members by name in any case. */
import { ErrorValue } from "../Database/Results.ts";
import { refuseJson } from "./json-error.ts";
import type { JsonNode } from "./json-node.ts";
import { JsonFields } from "./platform-forms.ts";

export class ResultNode {
  readonly #members: ReadonlyMap<string, JsonNode>;

  constructor(node: JsonNode) {
    if (node.kind !== "object")
      refuseJson("Malformed JSON: Expected '{' at the beginning of object");
    this.#members = new Map(
      node.entries.map(({ name, value }) => [name.toLowerCase(), value] as const),
    );
  }

  text(name: string): string | null {
    const member = this.#members.get(name.toLowerCase());
    return member?.kind === "string" ? member.text : null;
  }

  isTrue(name: string): boolean {
    const member = this.#members.get(name.toLowerCase());
    return member?.kind === "boolean" && member.text === "true";
  }

  items(name: string): readonly JsonNode[] {
    const member = this.#members.get(name.toLowerCase());
    return member?.kind === "array" ? member.items : [];
  }

  texts(name: string): readonly string[] {
    return this.items(name).flatMap((item) => (item.kind === "string" ? [item.text] : []));
  }

  get errors(): readonly ErrorValue[] {
    return this.items("errors").map(readError);
  }
}

export function readError(node: JsonNode): ErrorValue {
  const members = new ResultNode(node);
  return new ErrorValue(
    members.text("statusCode") ?? "",
    members.text("message") ?? "",
    members.texts("fields"),
  );
}

export function writeError(error: ErrorValue): JsonFields {
  return new JsonFields([
    ["statusCode", error.statusCode],
    ["message", error.message],
    ["fields", error.fields],
  ]);
}
