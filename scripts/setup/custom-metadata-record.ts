/** A custom metadata record as a file that deploys. */
import { escaped } from "./xml-text.ts";

/** What a custom metadata record holds, by field, as the org's query answers it. */
export type SettingValues = Readonly<Record<string, unknown>>;

export function recordXml(label: string, values: SettingValues): string {
  const elements = Object.entries(values).map(
    ([field, value]) =>
      `  <values>\n    <field>${field}</field>\n    ${valueElement(value)}\n  </values>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\n' +
    `  <label>${escaped(label)}</label>\n  <protected>false</protected>\n${elements.join("")}</CustomMetadata>\n`
  );
}

function valueElement(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `<value xsi:type="xsd:string">${escaped(value)}</value>`;
    case "boolean":
      return `<value xsi:type="xsd:boolean">${value}</value>`;
    case "number":
      return `<value xsi:type="xsd:double">${value}</value>`;
    default:
      return '<value xsi:nil="true" />';
  }
}
