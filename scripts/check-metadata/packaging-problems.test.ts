import { describe, expect, test } from "vitest";
import { packagingProblems } from "./packaging-problems.ts";
import { parseXml } from "./xml-element.ts";

function problems(xml: string): string[] {
  return packagingProblems(parseXml(xml)).map(({ line, message }) => `${line}: ${message}`);
}

describe("a package's directory", () => {
  test.each([
    "CustomObject",
    "ApexClass",
    "PlatformEventSubscriberConfig",
    "LightningComponentBundle",
  ])("may hold %s", (type) => {
    expect(problems(`<${type}/>`)).toEqual([]);
  });

  test.each(["SharingRules", "ExtlClntAppGlobalOauthSettings", "FlowDefinition", "NoSuchType"])(
    "may not hold %s, which the coverage report leaves out",
    (type) => {
      expect(problems(`\n<${type}/>`)).toEqual([
        `2: ${type} cannot be in an unlocked package: move it to a package directory that names no package`,
      ]);
    },
  );

  test("may hold an External Client App that is made to be packaged, and no other", () => {
    const app = (state: string): string =>
      `<ExternalClientApplication><distributionState>${state}</distributionState></ExternalClientApplication>`;

    expect(problems(app("Packaged"))).toEqual([]);
    expect(problems(app("Local"))[0]).toContain("distribution state Local");
    expect(problems("<ExternalClientApplication/>")[0]).toContain("distribution state Local");
  });

  test("may hold OAuth settings that name the key they belong to, and no others", () => {
    expect(
      problems(
        "<ExtlClntAppOauthSettings><oauthLink>00D:App</oauthLink></ExtlClntAppOauthSettings>",
      ),
    ).toEqual([]);
    expect(problems("<ExtlClntAppOauthSettings/>")).toHaveLength(1);
  });
});
