/**
 * Results of Database methods as JSON: `{"success":true,"id":"001…","errors":[…]}`. Tests make results this way, as none can be
 * constructed.
 */
import type { DmlOutcome } from "../../runtime/host.ts";
import {
  DeleteResultValue,
  EmptyRecycleBinResultValue,
  ErrorValue,
  MergeResultValue,
  SaveResultValue,
  UndeleteResultValue,
  UpsertResultValue,
} from "../Database/Results.ts";
import { JsonFields, registerJsonForm } from "./platform-forms.ts";
import { readError, ResultNode, writeError } from "./result-node.ts";

interface Result {
  readonly outcome: DmlOutcome;
}

function outcomeOf(node: ResultNode): DmlOutcome {
  return {
    id: node.text("id"),
    isSuccess: node.isTrue("success"),
    isCreated: node.isTrue("created"),
    errors: node.errors,
  };
}

function written({ outcome }: Result): (readonly [string, unknown])[] {
  return [
    ["success", outcome.isSuccess],
    ["id", outcome.id],
    [
      "errors",
      outcome.errors.map((error) =>
        writeError(new ErrorValue(error.statusCode, error.message, error.fields)),
      ),
    ],
  ];
}

for (const [type, Implementation] of [
  ["Database.SaveResult", SaveResultValue],
  ["Database.DeleteResult", DeleteResultValue],
  ["Database.UndeleteResult", UndeleteResultValue],
  ["Database.EmptyRecycleBinResult", EmptyRecycleBinResultValue],
] as const)
  registerJsonForm({
    type,
    read: (node) => new Implementation(outcomeOf(new ResultNode(node))),
    // Forms are found by the type of the value, which is this one.
    write: (value) => new JsonFields(written(value as InstanceType<typeof Implementation>)),
  });

registerJsonForm({
  type: "Database.UpsertResult",
  read: (node) => new UpsertResultValue(outcomeOf(new ResultNode(node))),
  write: (value) => {
    // Forms are found by the type of the value, which is this one.
    const result = value as UpsertResultValue;
    return new JsonFields([...written(result), ["created", result.outcome.isCreated]]);
  },
});

registerJsonForm({
  type: "Database.MergeResult",
  read: (node) => {
    const members = new ResultNode(node);
    return new MergeResultValue(outcomeOf(members), members.texts("mergedRecordIds"));
  },
  write: (value) => {
    // Forms are found by the type of the value, which is this one.
    const result = value as MergeResultValue;
    return new JsonFields([...written(result), ["mergedRecordIds", result.mergedIds]]);
  },
});

registerJsonForm({
  type: "Database.Error",
  read: readError,
  // Forms are found by the type of the value, which is this one.
  write: (value) => writeError(value as ErrorValue),
});
