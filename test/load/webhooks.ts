/** Webhooks as they go over the wire, signed in advance. */
import type { StripeEvent } from "../traffic/customer-lives.ts";
import { signedBody } from "../traffic/signed-body.ts";
import { readEvent } from "../../worker/webhook/admission.ts";
import type { AdmittedEvent } from "../../worker/event.ts";

export function signedWebhook(event: StripeEvent, secret: string): Buffer {
  const { body, signature } = signedBody(JSON.stringify(event), secret);
  return httpPost("/webhook/stripe", body, {
    "content-type": "application/json; charset=utf-8",
    "stripe-signature": signature,
  });
}

/** What the Worker keeps of the event, for who does nothing but keep it. */
export function projectedPost(event: StripeEvent): Buffer {
  const { id, payload } = admittedOf(event);
  return httpPost("/", payload, { "x-event-id": id });
}

/** @throws Error for an event the edge would not admit */
export function admittedOf(event: StripeEvent): AdmittedEvent {
  const read = readEvent(event, { atMs: Date.now(), correlationId: crypto.randomUUID() });
  if (read.ok && read.value.kind === "wanted") return read.value.event;
  throw new Error(`${event.type} is not admitted.`);
}

function httpPost(path: string, body: string, headers: Readonly<Record<string, string>>): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}
