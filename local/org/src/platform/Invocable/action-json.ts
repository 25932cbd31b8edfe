/** Results and errors of invocable actions as JSON. Tests make them this way, as neither can be constructed. */
import { ApexMap } from "../../runtime/map.ts";
import { OBJECT, STRING } from "../../runtime/type.ts";
import type { JsonNode } from "../json/json-node.ts";
import { JsonFields, registerJsonForm } from "../json/platform-forms.ts";
import { untypedValue } from "../json/read-untyped.ts";
import { ResultNode } from "../json/result-node.ts";
import { ActionErrorValue, ActionResultValue } from "./Action.ts";

function errorOf(node: JsonNode): ActionErrorValue {
  const members = new ResultNode(node);
  return new ActionErrorValue(members.text("code") ?? "", members.text("message") ?? "");
}

function fieldsOf({ code, message }: ActionErrorValue): JsonFields {
  return new JsonFields([
    ["code", code],
    ["message", message],
  ]);
}

function outputsOf(node: JsonNode, source: string): ApexMap<string> {
  const member =
    node.kind === "object"
      ? node.entries.find(({ name }) => name.toLowerCase() === "outputparameters")
      : undefined;
  const entries = member?.value.kind === "object" ? member.value.entries : [];
  return new ApexMap<string, unknown>(
    STRING,
    OBJECT,
    entries.map(({ name, value }) => [name, untypedValue(value, source)] as const),
  );
}

registerJsonForm({
  type: "Invocable.Action.Error",
  read: errorOf,
  // Forms are found by the type of the value, which is this one.
  write: (value) => fieldsOf(value as ActionErrorValue),
});

registerJsonForm({
  type: "Invocable.Action.Result",
  read: (node, { source }) => {
    const members = new ResultNode(node);
    return new ActionResultValue(null, new ApexMap<string, unknown>(STRING, OBJECT), {
      isSuccess: members.isTrue("success"),
      outputs: outputsOf(node, source),
      errors: members.items("errors").map(errorOf),
    });
  },
  write: (value) => {
    // Forms are found by the type of the value, which is this one.
    const { parts } = value as ActionResultValue;
    return new JsonFields([
      ["success", parts.isSuccess],
      ["errors", parts.errors.map(fieldsOf)],
      ["outputParameters", parts.outputs],
    ]);
  },
});
