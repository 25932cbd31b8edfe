/** The worked example of docs/extending.md: a project of its own, installed beside ours, and the settings the edge needs for it. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { extensionsVariable } from "../../worker/extensions.ts";
import { readEvent } from "../../worker/webhook/admission.ts";
import { catalogWith } from "../../worker/webhook/event-catalog.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const EXAMPLE = path.join(ROOT, "docs/examples/payouts");
const SETTINGS = readFileSync(path.join(EXAMPLE, "extensions.json"), "utf8");

const PAYOUT = {
  id: "po_1",
  object: "payout",
  amount: 123456,
  currency: "eur",
  status: "paid",
  arrival_date: 1793620800,
  created: 1793534400,
  livemode: false,
  statement_descriptor: "ACME",
  destination: "ba_secret",
};

describe("the example of an extension", () => {
  it("compiles and passes its tests in an org that has ours", async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        path.join(ROOT, "local/org/bin/org.ts"),
        "test",
        ...["--path", path.join(ROOT, "force-app"), "--path", path.join(EXAMPLE, "force-app")],
        ...["--class", "BankPayoutHandlerTest"],
      ],
      { cwd: ROOT, maxBuffer: 10_000_000 },
    );

    expect(stdout).toContain("4 passed, 0 failed");
    // All of force-app is compiled, on a machine that may be busy.
  }, 180_000);

  it("has its events forwarded with the fields its handler reads, and no other", () => {
    const catalog = catalogWith(extensionsVariable.parse(SETTINGS));
    const event = {
      id: "evt_1",
      object: "event",
      type: "payout.paid",
      api_version: "2025-03-31.basil",
      created: 1793534400,
      livemode: false,
      data: { object: PAYOUT },
      request: null,
    };

    const reading = readEvent(event, { atMs: 1, correlationId: "c" }, catalog);

    if (!reading.ok || reading.value.kind !== "wanted") throw new Error(JSON.stringify(reading));
    const { lane, payload } = reading.value.event;
    expect(lane).toBe("standard");
    const forwarded = Object.entries(PAYOUT).filter(([name]) => name !== "destination");
    expect(JSON.parse(payload)).toEqual({ object: Object.fromEntries(forwarded) });
  });

  it("names in its settings the types it has handlers for", () => {
    const { events } = extensionsVariable.parse(SETTINGS);

    const records = Object.keys(events).map((type) => {
      const name = type.replace(/^payout\.(.)/u, (_, first: string) => first.toUpperCase());
      const file = `force-app/main/default/customMetadata/Stripe_Event_Handler.Payout_${name}.md-meta.xml`;
      return readFileSync(path.join(EXAMPLE, file), "utf8");
    });
    expect(records.every((record) => record.includes("BankPayoutHandler"))).toBe(true);
  });
});
