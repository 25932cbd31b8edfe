/** A local org in this process, with nothing stored: events go in over its REST API, and Stripe answers from a table. */
import path from "node:path";
import { CACHE_FOLDER } from "../../../local/org/src/cache-folder.ts";
import {
  compileProject,
  type CompiledProject,
} from "../../../local/org/src/compile/compile-project.ts";
import { openLocalOrg } from "../../../local/org/src/open-local-org.ts";
import type { CalloutAccess } from "../../../local/org/src/runtime/host.ts";
import { z } from "zod";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { stripeEventRecord } from "../../../worker/relay/stripe-event-record.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const VERSION = "/services/data/v66.0";
const CLIENT = { clientId: "admin", clientSecret: "secret" };
/** Most records a call of sObject Collections takes. */
const A_CALL = 200;

const saved = z.array(z.object({ success: z.literal(true) }));
const executed = z.object({ compiled: z.literal(true), success: z.literal(true) });
const found = z.object({ records: z.array(z.record(z.string(), z.unknown())) });

export interface InProcessOrg {
  /** Published in one call, in this order; their effect is committed when this returns. */
  publish(events: readonly AdmittedEvent[]): void;
  query(soql: string): Record<string, unknown>[];
  /** Runs anonymous Apex in a transaction of its own. */
  execute(apex: string): void;
  /** Runs every job that is due by now. */
  runDueJobs(): void;
}

/** @param more folders of source to compile with the product, below the root of the repository */
export function compiledProject(...more: readonly string[]): CompiledProject {
  return compileProject({
    paths: [root, ...more.map((folder) => path.join(root, folder))],
    cacheFolder: CACHE_FOLDER,
  });
}

/** @param folder a whole project of its own: a copy with other settings */
export function compiledProjectAt(folder: string): CompiledProject {
  return compileProject({ paths: [folder], cacheFolder: CACHE_FOLDER });
}

export function openInProcess(
  project: CompiledProject,
  objects: ReadonlyMap<string, unknown>,
): InProcessOrg {
  const { org, api, parts } = openLocalOrg(project, {
    callouts: stripeOf(objects),
    dailyApiRequests: 1_000_000,
    clients: ({ administrator }) => [{ ...CLIENT, userId: administrator.id }],
  });
  // Asked for each time: in some tests months go by.
  const token = (): string =>
    parts.sessions.issue(CLIENT.clientId, CLIENT.clientSecret)?.token ?? "";
  const call = (method: string, place: string, query: Record<string, string>, body: string) => {
    const { status, body: answer } = api.handle({
      method,
      path: `${VERSION}${place}`,
      query,
      headers: { authorization: `Bearer ${token()}`, "content-type": "application/json" },
      body,
      origin: "http://127.0.0.1",
    });
    if (status !== 200) throw new Error(`${method} ${place}: ${status} ${answer}`);
    return JSON.parse(answer) as unknown;
  };
  return {
    publish(events) {
      for (let start = 0; start < events.length; start += A_CALL) {
        const records = events.slice(start, start + A_CALL).map(stripeEventRecord);
        const body = JSON.stringify({ allOrNone: false, records });
        saved.parse(call("POST", "/composite/sobjects", {}, body));
      }
      org.settle();
    },
    execute(apex) {
      executed.parse(call("GET", "/tooling/executeAnonymous", { anonymousBody: apex }, ""));
    },
    runDueJobs() {
      org.settle();
    },
    query: (soql) => found.parse(call("GET", "/query", { q: soql }, "")).records,
  };
}

/** Answers what is asked for again with the object as Stripe has it in the end. */
function stripeOf(objects: ReadonlyMap<string, unknown>): CalloutAccess {
  return {
    send({ method, endpoint }) {
      const place = endpoint.replace("callout:Stripe_API", "");
      // Whole, or with what it is asked for first, or without anything.
      const object =
        objects.get(place) ??
        objects.get(place.replace(/&.*/, "")) ??
        objects.get(place.replace(/\?.*/, ""));
      if (method !== "GET" || object === undefined)
        throw new Error(`Nobody expected ${method} ${endpoint}`);
      return {
        statusCode: 200,
        status: "OK",
        headers: [["Content-Type", "application/json"]],
        body: Buffer.from(JSON.stringify(object)),
      };
    },
  };
}
