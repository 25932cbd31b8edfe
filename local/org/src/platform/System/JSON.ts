/** System.JSON. Source: Apex Reference, "JSON Class". */
import { charge } from "../../runtime/heap/charge.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { deserialize, refuseOtherOpening } from "../json/deserialize.ts";
import { readDocument } from "../json/json-node.ts";
import { JsonTokenizer } from "../json/json-token.ts";
import { untypedValue } from "../json/read-untyped.ts";
import { serialize } from "../json/serialize.ts";
import { required } from "../required.ts";
import { JsonGeneratorValue } from "./JSONGenerator.ts";
import { JsonParserValue } from "./JSONParser.ts";

function reading(isStrict: boolean) {
  return (text: string | null, type: TypeValue | null): unknown => {
    const source = required(text);
    const { type: wanted } = required(type);
    refuseOtherOpening(source, wanted);
    charge(source.length);
    return deserialize(readDocument(new JsonTokenizer(source)), wanted, { source, isStrict });
  };
}

function writing(isPretty: boolean) {
  return (value: unknown, suppressApexObjectNulls: boolean | null = false): string =>
    serialize(value, {
      isPretty,
      suppressApexObjectNulls: required(suppressApexObjectNulls),
    });
}

export const jsonBehaviour = platformType({
  type: "System.JSON",
  statics: {
    createGenerator: (isPretty: boolean | null) => new JsonGeneratorValue(required(isPretty)),
    createParser: (text: string | null) => new JsonParserValue(required(text)),
    deserialize: reading(false),
    deserializeStrict: reading(true),
    deserializeUntyped: (text: string | null) => {
      const source = required(text);
      charge(source.length);
      return untypedValue(readDocument(new JsonTokenizer(source)), source);
    },
    serialize: writing(false),
    serializePretty: writing(true),
  },
});
