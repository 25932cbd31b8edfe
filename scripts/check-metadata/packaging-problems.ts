/**
 * What a version of an unlocked package cannot hold: types that Salesforce's Metadata Coverage report leaves out (config/unlocked-packaging.json
 * names its source), and External Client Apps of one org.
 * https://developer.salesforce.com/docs/platform/api-metadata/guide/meta-coverage-report.html
 */
import coverage from "../../config/unlocked-packaging.json" with { type: "json" };
import type { Problem } from "./problem.ts";
import type { XmlElement } from "./xml-element.ts";

const PACKAGED: ReadonlySet<string> = new Set(coverage.packaged);

/** @param root of a file in a package's directory: its name is the metadata type */
export function packagingProblems(root: XmlElement): Problem[] {
  const problem = obstacle(root);
  return problem === null ? [] : [{ line: root.line, message: problem }];
}

function obstacle(root: XmlElement): string | null {
  if (!PACKAGED.has(root.name))
    return `${root.name} cannot be in an unlocked package: move it to a package directory that names no package`;
  // "If the app's distribution state is local, it can't be packaged", since key and secret are in that org alone.
  // https://help.salesforce.com/s/articleView?id=xcloud.external_client_apps.htm
  if (root.name === "ExternalClientApplication" && text(root, "distributionState") !== "Packaged")
    return "an External Client App of the distribution state Local cannot be packaged";
  if (root.name === "ExtlClntAppOauthSettings" && text(root, "oauthLink") === null)
    return "OAuth settings without a link to the key of a packaged External Client App cannot be packaged";
  return null;
}

function text(root: XmlElement, name: string): string | null {
  return root.children.find((child) => child.name === name)?.text ?? null;
}
