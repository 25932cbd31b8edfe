/** Source: Metadata API Developer Guide, "Folder", "FolderShare". */
import path from "node:path";
import type { XmlElement } from "../../schema/metadata/xml.ts";
import type { FolderDefinition } from "./report-definition.ts";

export function readFolder(
  root: XmlElement,
  kind: FolderDefinition["kind"],
  name: string,
  file: string,
): FolderDefinition {
  const above = path.basename(path.dirname(file));
  return {
    kind,
    developerName: name,
    parent: above === "reports" || above === "dashboards" || above === name ? null : above,
    file,
    name: root.text("name") ?? name,
    accessType: root.text("accessType"),
    shares: root.children("folderShares").map((share) => ({
      accessLevel: share.text("accessLevel") ?? "View",
      sharedTo: share.text("sharedTo") ?? "",
      sharedToType: share.text("sharedToType") ?? "",
      line: share.line,
    })),
  };
}
