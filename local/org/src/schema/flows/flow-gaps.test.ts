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
      "<processType>AutoLaunchedFlow</processType><start><triggerType>Segment</triggerType></start>",
      "Flows started by Segment are not run here",
    ],
    [
      `<processType>AutoLaunchedFlow</processType><start>${RECORD}<scheduledPaths><pathType>OnBoarding</pathType></scheduledPaths></start>`,
      "Paths of flows of the kind OnBoarding are not run here",
    ],
    [
      "<processType>AutoLaunchedFlow</processType><start><schedule><frequency>OnActivate</frequency></schedule><triggerType>Scheduled</triggerType></start>",
      "Flows on a schedule of the kind OnActivate are not run here",
    ],
  ])("%s is a notice", (content, notice) => {
    expect(said(ACTIVE + content)).toEqual({ notices: [notice], gaps: [] });
  });

  test.each([
    `${RECORD}<scheduledPaths><pathType>AsyncAfterCommit</pathType></scheduledPaths>`,
    `${RECORD}<scheduledPaths><offsetNumber>1</offsetNumber><offsetUnit>Days</offsetUnit></scheduledPaths>`,
    "<schedule><frequency>Daily</frequency><startDate>2026-05-01</startDate><startTime>01:00:00.000Z</startTime></schedule><triggerType>Scheduled</triggerType>",
    "<object>Note__e</object><triggerType>PlatformEvent</triggerType>",
  ])("of what runs later nothing is said: %s", (start) => {
    expect(
      said(`${ACTIVE}<processType>AutoLaunchedFlow</processType><start>${start}</start>`),
    ).toEqual({ notices: [], gaps: [] });
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
