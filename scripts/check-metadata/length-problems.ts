/**
 * Texts longer than Salesforce keeps. The limits stand in the reference of each type (Metadata API Developer Guide) and in the
 * setup pages; API names: "up to 40 characters", of which `__c` is no part.
 */
import type { Problem } from "./problem.ts";
import type { XmlElement } from "./xml-element.ts";

const LONGEST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  CustomField: { label: 40, description: 1000, inlineHelpText: 510, relationshipLabel: 80 },
  ValidationRule: { description: 255, errorMessage: 255 },
  PermissionSet: { label: 80, description: 255 },
  PermissionSetGroup: { label: 80, description: 255 },
  CustomPermission: { label: 80, description: 255 },
  CustomApplication: { label: 40, description: 255 },
  CustomTab: { label: 40, description: 1000 },
  ListView: { label: 40 },
  QuickAction: { label: 80, description: 255 },
  FlexiPage: { masterLabel: 80, description: 255 },
  CustomLabel: { shortDescription: 80, value: 1000 },
  CustomMetadata: { label: 40 },
  Queue: { name: 40 },
  CompactLayout: { label: 80 },
  Report: { name: 40, description: 255 },
  Dashboard: { title: 80, description: 255 },
};

const LONGEST_API_NAME = 40;

export function lengthProblems(root: XmlElement, fullName: string): Problem[] {
  const limits = LONGEST[root.name] ?? {};
  const texts = root.children
    .filter(({ name, text }) => text.length > (limits[name] ?? Infinity))
    .map(({ name, line, text }) => ({
      line,
      message: `${name} has ${text.length} characters, ${limits[name] ?? 0} at most`,
    }));
  return [...texts, ...nameProblems(root, fullName)];
}

/** A record of custom metadata is named by type and record, each with a length of its own. */
function nameProblems(root: XmlElement, fullName: string): Problem[] {
  return fullName
    .split(/[.]/)
    .map((part) => part.replace(/__[a-z]+$/i, ""))
    .filter((part) => root.name !== "Layout" && part.length > LONGEST_API_NAME)
    .map((part) => ({
      line: root.line,
      message: `the name ${part} has ${part.length} characters, ${LONGEST_API_NAME} at most`,
    }));
}
