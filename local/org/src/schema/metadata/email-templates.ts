/** EmailTemplate: the settings, and beside them the file with the text. Source: Metadata API Developer Guide, "EmailTemplate". */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { XmlElement } from "./xml.ts";

export interface EmailTemplateMetadata {
  readonly developerName: string;
  readonly label: string;
  readonly description: string | null;
  /** The folder's unique name. */
  readonly folder: string;
  readonly isActive: boolean;
  /** text, html, custom, visualforce */
  readonly type: string;
  readonly uiType: string;
  readonly subject: string | null;
  /** What the file beside the settings holds; with `html` and `custom` that is HTML. */
  readonly content: string | null;
  /** The plain text beside HTML. */
  readonly textOnly: string | null;
}

export function readEmailTemplate(
  root: XmlElement,
  name: string,
  file: string,
): EmailTemplateMetadata {
  const content = file.replace(/-meta\.xml$/, "");
  return {
    developerName: name,
    label: root.text("name") ?? name,
    description: root.text("description"),
    folder: basename(dirname(file)),
    isActive: root.flag("available"),
    type: root.text("type") ?? "text",
    uiType: root.text("uiType") ?? "Aloha",
    subject: root.text("subject"),
    content: existsSync(content) ? readFileSync(content, "utf8") : null,
    textOnly: root.text("textOnly"),
  };
}
