/** What the HTTP thread and the engine thread say to each other. */
import type { RestRequest, RestResponse } from "../rest/http.ts";

export type ToEngine =
  | { readonly kind: "request"; readonly id: number; readonly request: RestRequest }
  | { readonly kind: "stop" };

export type FromEngine =
  | { readonly kind: "ready" }
  /** The project does not compile, or cannot be read: one line a reason. */
  | { readonly kind: "refused"; readonly reasons: readonly string[] }
  | { readonly kind: "response"; readonly id: number; readonly response: RestResponse }
  | { readonly kind: "log"; readonly line: string };
