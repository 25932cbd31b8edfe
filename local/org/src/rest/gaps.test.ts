import { afterAll, expect, test, vi } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { metadataXml, sfdxProject, writeProject } from "../schema/fixture/project.ts";
import { ADMIN, ServedApi } from "./testing/served-api.ts";

const GAP = "Object gap = new Flow.Interview.Missing(new Map<String, Object>());";

const files = writeProject(
  sfdxProject({
    "classes/Gaps.cls": `@RestResource(urlMapping='/gaps')
global class Gaps { @HttpGet global static String reach() { try { ${GAP} } catch (Exception e) { return 'caught'; } return 'done'; } }`,
    "triggers/Accounts.trigger": `trigger Accounts on Account (after insert) { ${GAP} }`,
    "permissionsets/Publisher.permissionset-meta.xml": metadataXml(
      "PermissionSet",
      "<label>Publisher</label>",
    ),
  }),
);
afterAll(() => files.remove());

const api = new ServedApi(compileProject({ paths: [files.path] }));

/** What works on Salesforce and not here is neither the caller's fault nor one to look for in this org. */
test.each([
  ["an Apex REST class", "//services/apexrest/gaps", {}],
  ["a trigger of a save", "/sobjects/Account", { method: "POST", body: { Name: "A" } }],
  ["an anonymous block", `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(GAP)}`, {}],
])("a gap that %s reaches is 501, by its name", (_what, path, call) => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(api.call(path, { ...call, as: ADMIN })).toMatchObject({
    status: 501,
    body: [
      {
        errorCode: "NOT_IMPLEMENTED",
        message: "Not supported by the local org yet: Flow.Interview.Missing",
      },
    ],
  });
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
});

test("a save that reaches a gap has not happened", () => {
  api.call("/sobjects/Account", { method: "POST", body: { Name: "A" } });
  expect(api.query("SELECT COUNT() FROM Account")).toMatchObject({ totalSize: 0 });
});
