/** What the HTTP thread and the engine thread say to each other. */
import type { MessagePort } from "node:worker_threads";
import type { RestRequest, RestResponse } from "../rest/http.ts";
import type { LocalOrgOptions } from "./options.ts";

/** What the engine's thread begins with. */
export interface EngineThreadData {
  /** Whether it goes on when its org has stopped, for others. */
  readonly isKept: boolean;
}

/** What an org is opened with. */
export interface EngineData {
  readonly options: LocalOrgOptions;
  readonly calloutPort: MessagePort;
}

export type ToEngine =
  | ({ readonly kind: "open" } & EngineData)
  | { readonly kind: "request"; readonly id: number; readonly request: RestRequest }
  /** The org; the thread may open another. */
  | { readonly kind: "stop" }
  | { readonly kind: "end" };

export type FromEngine =
  | { readonly kind: "ready" }
  /** The project does not compile, or cannot be read: one line a reason. */
  | { readonly kind: "refused"; readonly reasons: readonly string[] }
  | { readonly kind: "response"; readonly id: number; readonly response: RestResponse }
  | { readonly kind: "stopped" }
  | { readonly kind: "log"; readonly line: string };
