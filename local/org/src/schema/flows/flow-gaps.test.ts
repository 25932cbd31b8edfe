import { describe, expect, test } from "vitest";
import { metadataXml } from "../fixture/project.ts";
import { projectWith } from "../fixture/schema.ts";
import { loadSchema } from "../load-schema.ts";

function said(content: string): { notices: readonly string[]; gaps: readonly string[] } {
  const { notices, diagnostics } = loadSchema([
    projectWith({ "flows/F.flow-meta.xml": metadataXml("Flow", content) }),
  ]);
  return {
    notices: notices.map(({ message }) => message),
    gaps: diagnostics.map(({ kind, at, message }) => `${kind} ${at.line}: ${message}`),
  };
}

const ACTIVE = "<label>F</label><status>Active</status>";
const RECORD = "<object>Account</object><triggerType>RecordAfterSave</triggerType>";

describe("what of flows is not run", () => {
  test.each([
    ["<processType>Flow</processType>", "Flows with screens are not run here"],
    ["<processType>Workflow</processType>", "Processes of Process Builder are not run here"],
    [
      "<processType>AutoLaunchedFlow</processType><start><triggerType>PlatformEvent</triggerType></start>",
      "Flows started by PlatformEvent are not run here",
    ],
    [
      `<processType>AutoLaunchedFlow</processType><start>${RECORD}<scheduledPaths><pathType>AsyncAfterCommit</pathType></scheduledPaths></start>`,
      "Paths of flows that run later are not run here",
    ],
  ])("%s is a notice", (content, notice) => {
    expect(said(ACTIVE + content)).toEqual({ notices: [notice], gaps: [] });
  });

  test("of a flow that is switched off nothing is said", () => {
    expect(said("<label>F</label><status>Draft</status><processType>Flow</processType>")).toEqual({
      notices: [],
      gaps: [],
    });
  });

  test("an element is a gap at its place", () => {
    const screens = "<processType>AutoLaunchedFlow</processType>\n<waits>\n<name>W</name></waits>";

    expect(said(`${ACTIVE}${screens}`)).toEqual({
      notices: [],
      gaps: ["gap 4: Not supported by the local org yet: Wait of flows"],
    });
  });
});
