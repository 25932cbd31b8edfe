import { afterAll, describe, expect, it } from "vitest";
import { compileProject } from "../../compile/compile-project.ts";
import {
  assign,
  autolaunched,
  flowFiles,
  number,
  reference,
  text,
  variable,
} from "../../flow/fixture.ts";
import { writeProject } from "../../schema/fixture/project.ts";
import { ORDER_PROJECT } from "../testing/order-project.ts";
import { ServedApi } from "../testing/served-api.ts";

const GREET = autolaunched(
  assign("First", "greeting", text("Hello {!who}"), { then: "Second" }) +
    assign("Second", "twice", reference("count"), { operator: "Add", then: "Third" }) +
    assign("Third", "twice", reference("count"), { operator: "Add" }) +
    variable("who") +
    variable("greeting") +
    variable("count", { type: "Number", more: `<scale>0</scale>${number(1)}` }) +
    variable("twice", { type: "Number", more: "<scale>0</scale>" }),
);
const CREATE = autolaunched(
  `<recordCreates><name>First</name><label>First</label><inputReference>account</inputReference></recordCreates>` +
    variable("account", { type: "SObject", object: "Account" }),
);
const FLOWS = flowFiles({
  Greet: GREET,
  Create: CREATE,
  Off: GREET.replace(">Active<", ">Draft<"),
});

const project = writeProject({
  ...ORDER_PROJECT,
  ...Object.fromEntries(
    Object.entries(FLOWS).map(([name, content]) => [`force-app/main/default/${name}`, content]),
  ),
});
afterAll(() => project.remove());
const compiled = compileProject({ paths: [project.path] });

function served(): ServedApi {
  return new ServedApi(compiled);
}

describe("/actions/custom/flow", () => {
  it("lists the flows that can be started", () => {
    const { status, body } = served().call("/actions/custom/flow");

    expect(status).toBe(200);
    expect(body).toMatchObject({
      actions: [
        { name: "Create", type: "FLOW" },
        { name: "Greet", label: "My Flow", url: "/services/data/v66.0/actions/custom/flow/Greet" },
      ],
    });
  });

  it("starts one interview for each set of inputs", () => {
    const { status, body } = served().call("/actions/custom/flow/greet", {
      method: "POST",
      body: { inputs: [{ who: "Ada", count: 21 }, { who: "Bob" }] },
    });

    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        actionName: "Greet",
        errors: null,
        isSuccess: true,
        outputValues: { greeting: "Hello Ada", twice: 42, Flow__InterviewStatus: "Finished" },
      },
      { outputValues: { greeting: "Hello Bob", twice: 2 } },
    ]);
  });

  it("takes records, and saves nothing where one interview fails", () => {
    const api = served();
    const start = (accounts: readonly Record<string, unknown>[]) =>
      api.call("/actions/custom/flow/Create", {
        method: "POST",
        body: { inputs: accounts.map((account) => ({ account })) },
      });
    const count = (): unknown =>
      (api.call("/query?q=SELECT+COUNT()+FROM+Account").body as { totalSize: number }).totalSize;
    const before = count();

    expect(start([{ Name: "a" }, {}])).toMatchObject({
      status: 400,
      body: [
        { isSuccess: true },
        { isSuccess: false, errors: [{ statusCode: "UNKNOWN_EXCEPTION" }] },
      ],
    });
    expect(count()).toBe(before);
    expect(start([{ Name: "a" }])).toMatchObject({ status: 200, body: [{ isSuccess: true }] });
    expect(count()).toBe(Number(before) + 1);
  });

  it.each([
    ["Nobody", { inputs: [] }, 404],
    ["Off", { inputs: [] }, 404],
    ["Greet", { inputs: "no" }, 400],
    ["Greet", { inputs: [1] }, 400],
    ["Greet", { inputs: [{ whom: "Ada" }] }, 400],
    ["Create", { inputs: [{ account: { Nome: "a" } }] }, 400],
  ])("answers a bad request for %s: %o", (flow, body, expected) => {
    const { status } = served().call(`/actions/custom/flow/${flow}`, {
      method: "POST",
      body,
    });

    expect(status).toBe(expected);
  });
});
