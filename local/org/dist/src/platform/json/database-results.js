import { DeleteResultValue, EmptyRecycleBinResultValue, ErrorValue, MergeResultValue, SaveResultValue, UndeleteResultValue, UpsertResultValue, } from "../Database/Results.js";
import { JsonFields, registerJsonForm } from "./platform-forms.js";
import { readError, ResultNode, writeError } from "./result-node.js";
function outcomeOf(node) {
    return {
        id: node.text("id"),
        isSuccess: node.isTrue("success"),
        isCreated: node.isTrue("created"),
        errors: node.errors,
    };
}
function written({ outcome }) {
    return [
        ["success", outcome.isSuccess],
        ["id", outcome.id],
        [
            "errors",
            outcome.errors.map((error) => writeError(new ErrorValue(error.statusCode, error.message, error.fields))),
        ],
    ];
}
for (const [type, Implementation] of [
    ["Database.SaveResult", SaveResultValue],
    ["Database.DeleteResult", DeleteResultValue],
    ["Database.UndeleteResult", UndeleteResultValue],
    ["Database.EmptyRecycleBinResult", EmptyRecycleBinResultValue],
])
    registerJsonForm({
        type,
        read: (node) => new Implementation(outcomeOf(new ResultNode(node))),
        // Forms are found by the type of the value, which is this one.
        write: (value) => new JsonFields(written(value)),
    });
registerJsonForm({
    type: "Database.UpsertResult",
    read: (node) => new UpsertResultValue(outcomeOf(new ResultNode(node))),
    write: (value) => {
        // Forms are found by the type of the value, which is this one.
        const result = value;
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
        const result = value;
        return new JsonFields([...written(result), ["mergedRecordIds", result.mergedIds]]);
    },
});
registerJsonForm({
    type: "Database.Error",
    read: readError,
    // Forms are found by the type of the value, which is this one.
    write: (value) => writeError(value),
});
