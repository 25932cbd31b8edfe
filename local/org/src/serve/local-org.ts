/**
 * A served org: HTTP in this thread, the engine in a thread of its own. Apex is synchronous, and so is the engine; a callout blocks
 * it while this thread does the HTTP.
 */
import path from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import type { RestRequest, RestResponse } from "../rest/http.ts";
import { answerCallouts } from "./callouts/answer-callouts.ts";
import { listen } from "./http-server.ts";
import type { EngineData, FromEngine, ToEngine } from "./messages.ts";
import { MODULE_CACHE } from "./module-cache.ts";
import type { LocalOrgOptions } from "./options.ts";

export interface LocalOrg {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServeOptions extends LocalOrgOptions {
  readonly log: (line: string) => void;
}

/** The project could not be compiled or read; `message` has one reason a line. */
export class OrgRefused extends Error {}

/** Beside this module, built or not. */
const ENGINE_THREAD = `./engine-thread${path.extname(import.meta.filename)}`;

export async function startLocalOrg({ log, ...options }: ServeOptions): Promise<LocalOrg> {
  const engine = await startEngine(options, log);
  try {
    const server = await listen(options.host, options.port, (request) => engine.handle(request));
    return {
      url: server.url,
      async stop() {
        await server.stop();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

interface Engine {
  handle(request: RestRequest): Promise<RestResponse>;
  stop(): Promise<void>;
}

async function startEngine(options: LocalOrgOptions, log: (line: string) => void): Promise<Engine> {
  const callouts = new MessageChannel();
  answerCallouts(callouts.port1);
  const worker = new Worker(new URL(ENGINE_THREAD, import.meta.url), {
    workerData: { options, calloutPort: callouts.port2 } satisfies EngineData,
    transferList: [callouts.port2],
    // A thread does not take over its parent's cache of compiled modules.
    env: { ...process.env, NODE_COMPILE_CACHE: MODULE_CACHE },
  });
  const waiting = new Map<
    number,
    { resolve: (response: RestResponse) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  const send = (message: ToEngine): void => worker.postMessage(message);
  const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  await new Promise<void>((resolve, reject) => {
    worker.on("message", (message: FromEngine) => {
      switch (message.kind) {
        case "ready":
          resolve();
          return;
        case "refused":
          reject(new OrgRefused(message.reasons.join("\n")));
          return;
        case "log":
          log(message.line);
          return;
        case "response":
          waiting.get(message.id)?.resolve(message.response);
          waiting.delete(message.id);
          return;
      }
    });
    worker.once("error", (error: Error) => {
      reject(error);
      failAll(error);
      log(`the engine stopped: ${error.stack ?? error.message}`);
    });
    void exited.then(() => {
      const error = new Error("The org's engine has stopped.");
      reject(error);
      failAll(error);
    });
  });

  return {
    handle: (request) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ kind: "request", id: lastId, request });
      }),
    async stop() {
      send({ kind: "stop" });
      await exited;
    },
  };
}
