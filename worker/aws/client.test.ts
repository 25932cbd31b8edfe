import { afterEach, expect, it, vi } from "vitest";

import { err } from "../result.ts";
import { callAws } from "./client.ts";

afterEach(() => void vi.unstubAllGlobals());

it("follows no redirect: what it sends is for AWS alone", async () => {
  const sent: Request[] = [];
  vi.stubGlobal("fetch", (input: RequestInfo, init?: RequestInit) => {
    const request = new Request(input, init);
    sent.push(request);
    const location = "https://elsewhere.test/";
    return Promise.resolve(
      request.redirect === "manual"
        ? new Response(null, { status: 307, headers: { location } })
        : new Response("{}"),
    );
  });

  const outcome = await callAws(
    {
      region: "us-east-1",
      accessKeyId: "AKIATEST",
      secretAccessKey: "secret",
      sessionToken: "token",
    },
    {
      service: "sqs",
      endpoint: "https://sqs.us-east-1.amazonaws.com",
      target: "AmazonSQS.SendMessage",
      jsonVersion: "1.0",
      body: { MessageBody: "{}" },
    },
  );

  expect(outcome).toEqual(
    err({ reason: "refused", status: 307, type: "Unknown", detail: "307 Unknown" }),
  );
  expect(sent).toHaveLength(1);
});
