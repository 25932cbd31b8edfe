import { describe, expect, it } from "vitest";
import { endpointsIn } from "../../worker/webhook/endpoints.ts";
import { withEndpoint, type EndpointOwner } from "./endpoint-list.ts";

const SECOND: EndpointOwner = { account: "acct_2", livemode: false, kind: "account" };
const CONNECT: EndpointOwner = { account: "acct_1", livemode: true, kind: "connect" };

/** What the Worker reads of it: account, mode, kind, secrets. */
function read(text: string | null): unknown {
  return endpointsIn(text ?? "")?.map(({ account, livemode, kind, secrets }) => [
    account,
    livemode,
    kind,
    secrets,
  ]);
}

describe("the list of signing secrets", () => {
  it("keeps the one secret that was there as the default account's", () => {
    const text = withEndpoint(" whsec_first\n", SECOND, "whsec_second");

    expect(read(text)).toEqual([
      [null, null, "account", ["whsec_first"]],
      ["acct_2", false, "account", ["whsec_second"]],
    ]);
  });

  it("takes an endpoint for connected accounts beside the account's own", () => {
    const text = withEndpoint(
      withEndpoint("whsec_first", SECOND, "whsec_second") ?? "",
      CONNECT,
      "whsec_connect",
    );

    expect(read(text)).toEqual([
      [null, null, "account", ["whsec_first"]],
      ["acct_2", false, "account", ["whsec_second"]],
      ["acct_1", true, "connect", ["whsec_connect"]],
    ]);
  });

  it("goes on taking an earlier secret of the same endpoint, and what else somebody wrote there", () => {
    const held = JSON.stringify({
      endpoints: [
        {
          account: "acct_1",
          livemode: true,
          kind: "connect",
          connected_accounts: ["acct_3"],
          secrets: ["whsec_old"],
        },
      ],
    });

    const text = withEndpoint(held, CONNECT, "whsec_new");

    expect(endpointsIn(text ?? "")).toMatchObject([
      { secrets: ["whsec_new", "whsec_old"], connectedAccounts: ["acct_3"] },
    ]);
  });

  it("touches nothing it does not understand", () => {
    expect(withEndpoint('{"endpoints":"none"}', SECOND, "whsec_2")).toBeNull();
    expect(withEndpoint("{", SECOND, "whsec_2")).toBeNull();
  });
});
