/** The parts of a JSON object that stands for a result of the platform: members by name in any case. */
import { ErrorValue } from "../Database/Results.js";
import { refuseJson } from "./json-error.js";
import { JsonFields } from "./platform-forms.js";
export class ResultNode {
    #members;
    constructor(node) {
        if (node.kind !== "object")
            refuseJson("Malformed JSON: Expected '{' at the beginning of object");
        this.#members = new Map(node.entries.map(({ name, value }) => [name.toLowerCase(), value]));
    }
    text(name) {
        const member = this.#members.get(name.toLowerCase());
        return member?.kind === "string" ? member.text : null;
    }
    isTrue(name) {
        const member = this.#members.get(name.toLowerCase());
        return member?.kind === "boolean" && member.text === "true";
    }
    items(name) {
        const member = this.#members.get(name.toLowerCase());
        return member?.kind === "array" ? member.items : [];
    }
    texts(name) {
        return this.items(name).flatMap((item) => (item.kind === "string" ? [item.text] : []));
    }
    get errors() {
        return this.items("errors").map(readError);
    }
}
export function readError(node) {
    const members = new ResultNode(node);
    return new ErrorValue(members.text("statusCode") ?? "", members.text("message") ?? "", members.texts("fields"));
}
export function writeError(error) {
    return new JsonFields([
        ["statusCode", error.statusCode],
        ["message", error.message],
        ["fields", error.fields],
    ]);
}
