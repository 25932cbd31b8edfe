/**
 * The events this project tests with, and those local Stripe sends, are held against Stripe's own description of each version: what is written
 * here by one hand on both sides of a test proves nothing.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { API_VERSIONS, type StripeEventJson } from "../../../test/fixtures/recorded-event.ts";
import { newRequest } from "../events/event.ts";
import { openTestAccount } from "../testing/test-account.ts";
import { SCENARIOS } from "../triggers/scenarios.ts";
import { complaintsAbout, previousComplaints } from "./complaints.ts";
import { KNOWN_VERSIONS, type KnownVersion } from "./known-versions.ts";

const RECORDED = path.resolve(import.meta.dirname, "../../../test/fixtures/stripe");

function complaintsOf(
  { type, data }: Pick<StripeEventJson, "type" | "data">,
  version: KnownVersion,
): readonly string[] {
  return [
    ...complaintsAbout(data.object, version),
    ...previousComplaints(String(data.object["object"]), data.previous_attributes ?? {}, version),
  ].map((complaint) => `${type}: ${complaint}`);
}

describe.each(API_VERSIONS)("the recorded events of %s", (version) => {
  const files = readdirSync(path.join(RECORDED, version));

  it.each(files)("%s has the shape of its version", (file) => {
    const text = readFileSync(path.join(RECORDED, version, file), "utf8");
    // What lies there is such an event.
    expect(complaintsOf(JSON.parse(text) as StripeEventJson, version)).toEqual([]);
  });
});

describe.each(KNOWN_VERSIONS)("what local Stripe sends to an endpoint of %s", (version) => {
  it.each(Object.entries(SCENARIOS))("has the shape of that version: %s", (_type, scenario) => {
    const { account, close } = openTestAccount();
    try {
      const { events } = account.perform(
        { request: newRequest(), apiVersion: version, held: true },
        (operation) =>
          scenario(operation, { turn: 1, amount: 2000, currency: "usd", payer: "new" }),
      );
      const complaints = events.flatMap(({ id }) => {
        const text = account.events.body(id, version) ?? "";
        return complaintsOf(JSON.parse(text) as StripeEventJson, version);
      });

      expect(events).not.toEqual([]);
      expect([...new Set(complaints)]).toEqual([]);
    } finally {
      close();
    }
  });
});
