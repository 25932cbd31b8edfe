/** System.Http. Source: Apex Reference, "Http Class". */
import { platformType } from "../../runtime/behaviour.ts";
import type { HttpRequestValue } from "../callouts/http-request.ts";
import { sendHttp } from "../callouts/send.ts";
import { required } from "../required.ts";

export class HttpValue {
  toString(): string {
    return "System.Http[]";
  }
}

export const httpBehaviour = platformType({
  type: "System.Http",
  implementation: HttpValue,
  constructors: { new: () => new HttpValue() },
  methods: {
    send: (_http: HttpValue, request: HttpRequestValue | null) => sendHttp(required(request)),
    toString: (http: HttpValue) => http.toString(),
  },
});
