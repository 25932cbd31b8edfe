/** System.HttpResponse. Source: Apex Reference, "HttpResponse Class". */
import { ApexBlob } from "../../runtime/blob.js";
import { ApexList } from "../../runtime/list.js";
import { STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { HttpResponseValue } from "../callouts/http-response.js";
import { required } from "../required.js";
export const httpResponseBehaviour = platformType({
    type: "System.HttpResponse",
    implementation: HttpResponseValue,
    constructors: { new: () => new HttpResponseValue() },
    methods: {
        getBody: (response) => response.bodyText,
        getBodyAsBlob: (response) => response.body,
        getHeader: (response, name) => response.header(required(name)),
        /** In alphabetical order. */
        getHeaderKeys: (response) => new ApexList(STRING, [...response.headers.keys()].sort()),
        getStatus: (response) => response.status,
        getStatusCode: (response) => response.statusCode,
        setBody: (response, body) => {
            response.body = ApexBlob.fromText(required(body));
        },
        setBodyAsBlob: (response, body) => {
            response.body = required(body);
        },
        setHeader: (response, name, value) => {
            response.headers.set(required(name), required(value));
        },
        setStatus: (response, status) => {
            response.status = status;
        },
        setStatusCode: (response, code) => {
            response.statusCode = required(code);
        },
        toString: (response) => response.toString(),
    },
});
