/** System.JSON. Source: Apex Reference, "JSON Class". */
import { charge } from "../../runtime/heap/charge.js";
import { platformType } from "../../runtime/behaviour.js";
import { deserialize, refuseOtherOpening } from "../json/deserialize.js";
import { readDocument } from "../json/json-node.js";
import { JsonTokenizer } from "../json/json-token.js";
import { untypedValue } from "../json/read-untyped.js";
import { serialize } from "../json/serialize.js";
import { required } from "../required.js";
import { JsonGeneratorValue } from "./JSONGenerator.js";
import { JsonParserValue } from "./JSONParser.js";
function reading(isStrict) {
    return (text, type) => {
        const source = required(text);
        const { type: wanted } = required(type);
        refuseOtherOpening(source, wanted);
        charge(source.length);
        return deserialize(readDocument(new JsonTokenizer(source)), wanted, { source, isStrict });
    };
}
function writing(isPretty) {
    return (value, suppressApexObjectNulls = false) => serialize(value, {
        isPretty,
        suppressApexObjectNulls: required(suppressApexObjectNulls),
    });
}
export const jsonBehaviour = platformType({
    type: "System.JSON",
    statics: {
        createGenerator: (isPretty) => new JsonGeneratorValue(required(isPretty)),
        createParser: (text) => new JsonParserValue(required(text)),
        deserialize: reading(false),
        deserializeStrict: reading(true),
        deserializeUntyped: (text) => {
            const source = required(text);
            charge(source.length);
            return untypedValue(readDocument(new JsonTokenizer(source)), source);
        },
        serialize: writing(false),
        serializePretty: writing(true),
    },
});
