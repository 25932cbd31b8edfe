import { platformEnum } from "../../runtime/enums.js";
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { deserialize } from "../json/deserialize.js";
import { deserializePrimitive } from "../json/deserialize-primitive.js";
import { readNode } from "../json/json-node.js";
import { JsonTokenizer } from "../json/json-token.js";
import { required } from "../required.js";
export class JsonParserValue {
    #tokens;
    /** Field names of the objects it stands in, outermost first; null in an array. */
    #names = [null];
    current = null;
    lastCleared = null;
    constructor(text) {
        this.#tokens = new JsonTokenizer(text);
    }
    get source() {
        return this.#tokens.text;
    }
    get currentName() {
        const isOpening = this.current?.name === "START_OBJECT" || this.current?.name === "START_ARRAY";
        return this.#names.at(isOpening ? -2 : -1) ?? null;
    }
    next() {
        this.current = this.#tokens.next();
        switch (this.current?.name) {
            case "START_OBJECT":
            case "START_ARRAY":
                this.#names.push(null);
                break;
            case "END_OBJECT":
            case "END_ARRAY":
                this.#names.pop();
                break;
            case "FIELD_NAME":
                this.#names[this.#names.length - 1] = this.current.text;
                break;
            default:
                break;
        }
        return this.current;
    }
    /** The next token that is no field name. */
    nextValue() {
        const token = this.next();
        return token?.name === "FIELD_NAME" ? this.next() : token;
    }
    clear() {
        if (this.current === null)
            return;
        this.lastCleared = this.current;
        this.current = null;
    }
    /** From the beginning of a container to its end; elsewhere stays. */
    skipChildren() {
        if (this.current?.name !== "START_OBJECT" && this.current?.name !== "START_ARRAY")
            return;
        for (let depth = 1; depth > 0;) {
            const token = this.next();
            if (token?.name === "START_OBJECT" || token?.name === "START_ARRAY")
                depth += 1;
            else if (token?.name === "END_OBJECT" || token?.name === "END_ARRAY")
                depth -= 1;
        }
    }
    /** The value the current token begins; afterwards its last token is the current one. */
    readAs({ type }, isStrict) {
        const first = this.current?.name === "FIELD_NAME" ? this.next() : (this.current ?? this.next());
        if (first === null)
            return raise("System.JSONException", "No content to map to Object due to end of input");
        let last = first;
        const node = readNode(first, {
            text: this.source,
            next: () => {
                const token = this.next();
                if (token !== null)
                    last = token;
                return token;
            },
        });
        this.current = last;
        return deserialize(node, type, { source: this.source, isStrict });
    }
}
function tokenNamed(token) {
    return token === null ? null : (platformEnum("System.JSONToken").find(token.name) ?? null);
}
/** A getter of one type of value. */
function getter(type, accepts) {
    return (parser) => {
        const { current } = parser;
        if (current === null)
            return raise("System.JSONException", "No current token");
        const refusal = accepts(current);
        if (refusal !== null)
            raise("System.JSONException", refusal);
        const node = { kind: scalarKind(current), text: current.text, offset: current.offset };
        return deserializePrimitive(node, type, {
            source: parser.source,
            boundary: current.offset,
        });
    };
}
function scalarKind(token) {
    switch (token.name) {
        case "VALUE_NUMBER_INT":
            return "integer";
        case "VALUE_NUMBER_FLOAT":
            return "float";
        case "VALUE_TRUE":
        case "VALUE_FALSE":
            return "boolean";
        default:
            return "string";
    }
}
function numeric(token) {
    return token.name === "VALUE_NUMBER_INT" || token.name === "VALUE_NUMBER_FLOAT"
        ? null
        : `Current token (${token.name}) not numeric, can not use numeric value accessors`;
}
function logical(token) {
    return token.name === "VALUE_TRUE" || token.name === "VALUE_FALSE"
        ? null
        : `Current token (${token.name}) not of boolean type`;
}
function textual(token) {
    return token.name === "VALUE_STRING" || token.name === "VALUE_NUMBER_INT"
        ? null
        : `Current token (${token.name}) not VALUE_STRING, can not access as text value`;
}
/** A number with a fraction read as a whole one loses the fraction. */
function wholeGetter(type) {
    const read = getter(type, numeric);
    return (parser) => {
        const { current } = parser;
        if (current?.name !== "VALUE_NUMBER_FLOAT")
            return read(parser);
        const whole = Math.trunc(Number(current.text));
        return type === "Integer" ? whole | 0 : BigInt(whole);
    };
}
export const jsonParserBehaviour = platformType({
    type: "System.JSONParser",
    implementation: JsonParserValue,
    methods: {
        clearCurrentToken: (parser) => parser.clear(),
        getBlobValue: getter("Blob", textual),
        getBooleanValue: getter("Boolean", logical),
        getCurrentName: (parser) => parser.currentName,
        getCurrentToken: (parser) => tokenNamed(parser.current),
        getDateTimeValue: getter("Datetime", textual),
        getDateValue: getter("Date", textual),
        getDecimalValue: getter("Decimal", numeric),
        getDoubleValue: getter("Double", numeric),
        getIdValue: getter("Id", textual),
        getIntegerValue: wholeGetter("Integer"),
        getLastClearedToken: (parser) => tokenNamed(parser.lastCleared),
        getLongValue: wholeGetter("Long"),
        getText: (parser) => parser.current?.text ?? null,
        getTimeValue: getter("Time", textual),
        hasCurrentToken: (parser) => parser.current !== null,
        nextToken: (parser) => tokenNamed(parser.next()),
        nextValue: (parser) => tokenNamed(parser.nextValue()),
        readValueAs: (parser, type) => parser.readAs(required(type), false),
        readValueAsStrict: (parser, type) => parser.readAs(required(type), true),
        skipChildren: (parser) => parser.skipChildren(),
    },
});
