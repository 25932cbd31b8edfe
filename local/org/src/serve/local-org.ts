/**
 * A served org: HTTP in this thread, the engine in a thread of its own. Apex is synchronous, and so is the engine; a callout blocks
 * it while this thread does the HTTP.
 */
import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { RestRequest, RestResponse } from "../rest/http.ts";
import { answerCallouts } from "./callouts/answer-callouts.ts";
import { THREAD_PER_ORG, type EngineThreads } from "./engine-threads.ts";
import { listen } from "./http-server.ts";
import type { FromEngine, ToEngine } from "./messages.ts";
import type { LocalOrgOptions } from "./options.ts";

export interface LocalOrg {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServeOptions extends LocalOrgOptions {
  readonly log: (line: string) => void;
  /** Where its engine runs; by default in a thread that starts and ends with the org. */
  readonly threads?: EngineThreads;
}

/** The project could not be compiled or read; `message` has one reason a line. */
export class OrgRefused extends Error {}

export async function startLocalOrg({
  log,
  threads = THREAD_PER_ORG,
  ...options
}: ServeOptions): Promise<LocalOrg> {
  const engine = await startEngine(options, threads, log);
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

async function startEngine(
  options: LocalOrgOptions,
  threads: EngineThreads,
  log: (line: string) => void,
): Promise<Engine> {
  const callouts = new MessageChannel();
  answerCallouts(callouts.port1);
  const thread = threads.take();
  const waiting = new Map<
    number,
    { resolve: (response: RestResponse) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const opened = Promise.withResolvers<undefined>();
  const stopped = Promise.withResolvers<undefined>();
  let hasExited = false;
  const onMessage = (message: FromEngine): void => {
    switch (message.kind) {
      case "ready":
        opened.resolve(undefined);
        return;
      case "refused":
        opened.reject(new OrgRefused(message.reasons.join("\n")));
        return;
      case "log":
        log(message.line);
        return;
      case "response":
        waiting.get(message.id)?.resolve(message.response);
        waiting.delete(message.id);
        return;
      case "stopped":
        stopped.resolve(undefined);
        return;
    }
  };
  const onError = (error: Error): void => {
    opened.reject(error);
    failAll(error);
    log(`the engine stopped: ${error.stack ?? error.message}`);
  };
  const onExit = (): void => {
    hasExited = true;
    const error = new Error("The org's engine has stopped.");
    opened.reject(error);
    failAll(error);
    stopped.resolve(undefined);
  };
  thread.on("message", onMessage).on("error", onError).on("exit", onExit);
  /** What the org left in the thread's queue is of no use to the next. */
  const giveBack = async (): Promise<void> => {
    failAll(new Error("The org's engine has stopped."));
    thread.off("message", onMessage).off("error", onError).off("exit", onExit);
    if (!hasExited) await threads.giveBack(thread);
  };

  const send = (message: ToEngine, transfer: MessagePort[] = []): void =>
    thread.postMessage(message, transfer);
  send({ kind: "open", options, calloutPort: callouts.port2 }, [callouts.port2]);
  try {
    await opened.promise;
  } catch (error) {
    // A thread that failed ends by itself.
    if (error instanceof OrgRefused) await giveBack();
    throw error;
  }
  return {
    handle: (request) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ kind: "request", id: lastId, request });
      }),
    async stop() {
      send({ kind: "stop" });
      await stopped.promise;
      await giveBack();
    },
  };
}
