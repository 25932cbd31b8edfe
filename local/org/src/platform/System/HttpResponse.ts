/** System.HttpResponse. Source: Apex Reference, "HttpResponse Class". */
import { ApexBlob } from "../../runtime/blob.ts";
import { ApexList } from "../../runtime/list.ts";
import { STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { HttpResponseValue } from "../callouts/http-response.ts";
import { documentOf } from "../xml/dom-node.ts";
import { required } from "../required.ts";
import { XmlStreamReaderValue } from "./XmlStreamReader.ts";

export const httpResponseBehaviour = platformType({
  type: "System.HttpResponse",
  implementation: HttpResponseValue,
  constructors: { new: () => new HttpResponseValue() },
  methods: {
    getBody: (response: HttpResponseValue) => response.bodyText,
    getBodyAsBlob: (response: HttpResponseValue) => response.body,
    getBodyDocument: (response: HttpResponseValue) => documentOf(response.bodyText),
    getHeader: (response: HttpResponseValue, name: string | null) =>
      response.header(required(name)),
    /** In alphabetical order. */
    getHeaderKeys: (response: HttpResponseValue) =>
      new ApexList(STRING, [...response.headers.keys()].sort()),
    getStatus: (response: HttpResponseValue) => response.status,
    getStatusCode: (response: HttpResponseValue) => response.statusCode,
    getXmlStreamReader: (response: HttpResponseValue) =>
      new XmlStreamReaderValue(response.bodyText),
    setBody: (response: HttpResponseValue, body: string | null) => {
      response.body = ApexBlob.fromText(required(body));
    },
    setBodyAsBlob: (response: HttpResponseValue, body: ApexBlob | null) => {
      response.body = required(body);
    },
    setHeader: (response: HttpResponseValue, name: string | null, value: string | null) => {
      response.headers.set(required(name), required(value));
    },
    setStatus: (response: HttpResponseValue, status: string | null) => {
      response.status = status;
    },
    setStatusCode: (response: HttpResponseValue, code: number | null) => {
      response.statusCode = required(code);
    },
    toString: (response: HttpResponseValue) => response.toString(),
  },
});
