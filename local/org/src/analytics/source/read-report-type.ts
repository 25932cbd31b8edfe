/** Source: Metadata API Developer Guide, "ReportType". */
import type { XmlElement } from "../../schema/metadata/xml.ts";
import type { ReportTypeDefinition, TypeJoin } from "./report-definition.ts";

export function readReportType(root: XmlElement, name: string, file: string): ReportTypeDefinition {
  return {
    developerName: name,
    file,
    label: root.text("label") ?? name,
    description: root.text("description"),
    baseObject: root.text("baseObject") ?? "",
    isDeployed: root.flag("deployed"),
    joins: joinsOf(root.child("join")),
    columns: root.children("sections").flatMap((section) =>
      section.children("columns").map((column) => ({
        table: column.text("table") ?? "",
        field: column.text("field") ?? "",
        section: section.text("masterLabel") ?? "",
        label: column.text("displayNameOverride"),
        line: column.line,
      })),
    ),
    line: root.lineOf("baseObject"),
  };
}

function joinsOf(join: XmlElement | null): readonly TypeJoin[] {
  if (join === null) return [];
  const { line } = join;
  const relationship = join.text("relationship") ?? "";
  return [{ relationship, isOuter: join.flag("outerJoin"), line }, ...joinsOf(join.child("join"))];
}
