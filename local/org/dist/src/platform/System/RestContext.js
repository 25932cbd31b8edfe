/** System.RestContext, RestRequest and RestResponse. Source: Apex Reference, "RestContext Class". */
import { ApexMap } from "../../runtime/map.js";
import { STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { plainType } from "../plain-type.js";
import { required } from "../required.js";
import { restExchange } from "../rest-context.js";
function texts() {
    return new ApexMap(STRING, STRING);
}
/** Adds to one of the maps. */
function adder(field) {
    return (value, name, text) => {
        const map = value.fields.get(field);
        if (map instanceof ApexMap)
            map.put(required(name), text);
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
        request: (given) => (restExchange().request = given),
        response: (given) => (restExchange().response = given),
    },
});
