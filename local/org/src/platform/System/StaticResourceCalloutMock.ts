/**
 * System.StaticResourceCalloutMock and MultiStaticResourceCalloutMock: callouts of a test answered from static resources.
 * Source: Apex Developer Guide, "Testing HTTP Callouts Using Static Resources".
 */
import { raise } from "../../runtime/exception.ts";
import { platformType, type Behaviour } from "../../runtime/behaviour.ts";
import type { HttpRequestValue } from "../callouts/http-request.ts";
import { HttpResponseValue } from "../callouts/http-response.ts";
import type { HttpResponder } from "../callouts/send.ts";
import { staticResourceBody } from "../callouts/static-resource-body.ts";
import { required } from "../required.ts";

class ResourceMock {
  readonly headers = new Map<string, string>();
  status: string | null = null;
  statusCode = 200;

  answer(resource: string): HttpResponseValue {
    const response = new HttpResponseValue();
    response.status = this.status;
    response.statusCode = this.statusCode;
    for (const [name, value] of this.headers) response.headers.set(name, value);
    response.body = staticResourceBody(resource);
    return response;
  }
}

export class StaticResourceCalloutMockValue extends ResourceMock implements HttpResponder {
  resource: string | null = null;

  respond(): HttpResponseValue {
    return this.answer(
      this.resource ?? raise("System.CalloutException", "No static resource is set"),
    );
  }
}

export class MultiStaticResourceCalloutMockValue extends ResourceMock implements HttpResponder {
  /** By endpoint. */
  readonly resources = new Map<string, string>();

  respond(request: HttpRequestValue): HttpResponseValue {
    const endpoint = request.endpoint ?? "";
    return this.answer(
      this.resources.get(endpoint) ??
        raise("System.CalloutException", `No static resource is set for ${endpoint}`),
    );
  }
}

const SHARED: Readonly<Record<string, Behaviour>> = {
  setHeader: (mock: ResourceMock, name: string | null, value: string | null) => {
    mock.headers.set(required(name), required(value));
  },
  setStatus: (mock: ResourceMock, status: string | null) => {
    mock.status = status;
  },
  setStatusCode: (mock: ResourceMock, code: number | null) => {
    mock.statusCode = required(code);
  },
  respond: (mock: HttpResponder, request: HttpRequestValue | null) =>
    mock.respond(required(request)),
};

export const staticResourceCalloutMockBehaviour = platformType({
  type: "System.StaticResourceCalloutMock",
  implementation: StaticResourceCalloutMockValue,
  constructors: { new: () => new StaticResourceCalloutMockValue() },
  methods: {
    ...SHARED,
    setStaticResource: (mock: StaticResourceCalloutMockValue, name: string | null) => {
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
    setStaticResource: (
      mock: MultiStaticResourceCalloutMockValue,
      endpoint: string | null,
      name: string | null,
    ) => {
      mock.resources.set(required(endpoint), required(name));
    },
  },
});
