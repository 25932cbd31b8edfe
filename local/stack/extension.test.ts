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
const EXAMPLE = path.join(ROOT, "docs/examples/quotes");
const SETTINGS = readFileSync(path.join(EXAMPLE, "extensions.json"), "utf8");

const QUOTE = {
  id: "qt_1",
  object: "quote",
  amount_total: 123456,
  currency: "eur",
  status: "accepted",
  expires_at: 1793620800,
  created: 1793534400,
  livemode: false,
  number: "QT-0001",
  customer: "cus_secret",
};

describe("the example of an extension", () => {
  it("compiles and passes its tests in an org that has ours", async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        path.join(ROOT, "local/org/bin/org.ts"),
        "test",
        ...["--path", path.join(ROOT, "force-app"), "--path", path.join(EXAMPLE, "force-app")],
        ...["--class", "SalesQuoteHandlerTest"],
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
      type: "quote.accepted",
      api_version: "2025-03-31.basil",
      created: 1793534400,
      livemode: false,
      data: { object: QUOTE },
      request: null,
    };

    const reading = readEvent(event, { atMs: 1, correlationId: "c" }, catalog);

    if (!reading.ok || reading.value.kind !== "wanted") throw new Error(JSON.stringify(reading));
    const { lane, payload } = reading.value.event;
    expect(lane).toBe("urgent");
    const forwarded = Object.entries(QUOTE).filter(([name]) => name !== "customer");
    expect(JSON.parse(payload)).toEqual({ object: Object.fromEntries(forwarded) });
  });

  it("names in its settings the types it has handlers for", () => {
    const { events } = extensionsVariable.parse(SETTINGS);

    const records = Object.keys(events).map((type) => {
      const name = type.replace(/^quote\.(.)/u, (_, first: string) => first.toUpperCase());
      const file = `force-app/main/default/customMetadata/Stripe_Event_Handler.Quote_${name}.md-meta.xml`;
      return readFileSync(path.join(EXAMPLE, file), "utf8");
    });
    expect(records.every((record) => record.includes("SalesQuoteHandler"))).toBe(true);
  });
});
