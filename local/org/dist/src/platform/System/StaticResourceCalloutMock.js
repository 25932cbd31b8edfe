/**
 * System.StaticResourceCalloutMock and MultiStaticResourceCalloutMock: callouts of a test answered from static resources.
 * Source: Apex Developer Guide, "Testing HTTP Callouts Using Static Resources".
 */
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { HttpResponseValue } from "../callouts/http-response.js";
import { staticResourceBody } from "../callouts/static-resource-body.js";
import { required } from "../required.js";
class ResourceMock {
    headers = new Map();
    status = null;
    statusCode = 200;
    answer(resource) {
        const response = new HttpResponseValue();
        response.status = this.status;
        response.statusCode = this.statusCode;
        for (const [name, value] of this.headers)
            response.headers.set(name, value);
        response.body = staticResourceBody(resource);
        return response;
    }
}
export class StaticResourceCalloutMockValue extends ResourceMock {
    resource = null;
    respond() {
        return this.answer(this.resource ?? raise("System.CalloutException", "No static resource is set"));
    }
}
export class MultiStaticResourceCalloutMockValue extends ResourceMock {
    /** By endpoint. */
    resources = new Map();
    respond(request) {
        const endpoint = request.endpoint ?? "";
        return this.answer(this.resources.get(endpoint) ??
            raise("System.CalloutException", `No static resource is set for ${endpoint}`));
    }
}
const SHARED = {
    setHeader: (mock, name, value) => {
        mock.headers.set(required(name), required(value));
    },
    setStatus: (mock, status) => {
        mock.status = status;
    },
    setStatusCode: (mock, code) => {
        mock.statusCode = required(code);
    },
    respond: (mock, request) => mock.respond(required(request)),
};
export const staticResourceCalloutMockBehaviour = platformType({
    type: "System.StaticResourceCalloutMock",
    implementation: StaticResourceCalloutMockValue,
    constructors: { new: () => new StaticResourceCalloutMockValue() },
    methods: {
        ...SHARED,
        setStaticResource: (mock, name) => {
            mock.resource = required(name);
        },
    },
});
export const multiStaticResourceCalloutMockBehaviour = platformType({
    type: "System.MultiStaticResourceCalloutMock",
    implementation: MultiStaticResourceCalloutMockValue,
    constructors: { new: () => new MultiStaticResourceCalloutMockValue() },
    methods: {
        ...SHARED,
        setStaticResource: (mock, endpoint, name) => {
            mock.resources.set(required(endpoint), required(name));
        },
    },
});
