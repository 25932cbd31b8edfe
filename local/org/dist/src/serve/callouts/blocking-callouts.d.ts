/**
 * Callouts of a served org. Apex waits, so the engine's thread sleeps on shared memory until the thread that serves HTTP has the answer
 * and wakes it.
 */
import { type MessagePort } from "node:worker_threads";
import type { CalloutAccess } from "../../runtime/host.ts";
import { type CalloutSettings } from "./endpoint.ts";
export declare function blockingCallouts(port: MessagePort, settings: CalloutSettings, hasPrincipal: (userId: string, principal: string) => boolean): CalloutAccess;
