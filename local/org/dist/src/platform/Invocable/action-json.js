/** Results and errors of invocable actions as JSON. Tests make them this way, as neither can be constructed. */
import { ApexMap } from "../../runtime/map.js";
import { OBJECT, STRING } from "../../runtime/type.js";
import { JsonFields, registerJsonForm } from "../json/platform-forms.js";
import { untypedValue } from "../json/read-untyped.js";
import { ResultNode } from "../json/result-node.js";
import { ActionErrorValue, ActionResultValue } from "./Action.js";
function errorOf(node) {
    const members = new ResultNode(node);
    return new ActionErrorValue(members.text("code") ?? "", members.text("message") ?? "");
}
function fieldsOf({ code, message }) {
    return new JsonFields([
        ["code", code],
        ["message", message],
    ]);
}
function outputsOf(node, source) {
    const member = node.kind === "object"
        ? node.entries.find(({ name }) => name.toLowerCase() === "outputparameters")
        : undefined;
    const entries = member?.value.kind === "object" ? member.value.entries : [];
    return new ApexMap(STRING, OBJECT, entries.map(({ name, value }) => [name, untypedValue(value, source)]));
}
registerJsonForm({
    type: "Invocable.Action.Error",
    read: errorOf,
    // Forms are found by the type of the value, which is this one.
    write: (value) => fieldsOf(value),
});
registerJsonForm({
    type: "Invocable.Action.Result",
    read: (node, { source }) => {
        const members = new ResultNode(node);
        return new ActionResultValue(null, new ApexMap(STRING, OBJECT), {
            isSuccess: members.isTrue("success"),
            outputs: outputsOf(node, source),
            errors: members.items("errors").map(errorOf),
        });
    },
    write: (value) => {
        // Forms are found by the type of the value, which is this one.
        const { parts } = value;
        return new JsonFields([
            ["success", parts.isSuccess],
            ["errors", parts.errors.map(fieldsOf)],
            ["outputParameters", parts.outputs],
        ]);
    },
});
