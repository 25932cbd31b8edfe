/** System.RestContext, RestRequest and RestResponse. Source: Apex Reference, "RestContext Class". */
import { ApexMap } from "../../runtime/map.ts";
import { STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { type PlainValue, plainType } from "../plain-type.ts";
import { required } from "../required.ts";
import { restExchange } from "../rest-context.ts";

function texts(): ApexMap<string, string> {
  return new ApexMap<string, string>(STRING, STRING);
}

/** Adds to one of the maps. */
function adder(field: string) {
  return (value: PlainValue, name: string | null, text: string | null): void => {
    const map = value.fields.get(field);
    if (map instanceof ApexMap) map.put(required(name), text);
  };
}

const request = plainType("System.RestRequest", {
  defaults: { headers: texts, params: texts },
  methods: { addHeader: adder("headers"), addParameter: adder("params") },
});

const response = plainType("System.RestResponse", {
  defaults: { headers: texts },
  methods: { addHeader: adder("headers") },
});

export const restRequestBehaviour = request.behaviour;
export const restResponseBehaviour = response.behaviour;
export const newRestRequest = request.create;
export const newRestResponse = response.create;

export const restContextBehaviour = platformType({
  type: "System.RestContext",
  staticGetters: {
    request: () => restExchange().request,
    response: () => restExchange().response,
  },
  staticSetters: {
    request: (given: PlainValue | null) => (restExchange().request = given),
    response: (given: PlainValue | null) => (restExchange().response = given),
  },
});
