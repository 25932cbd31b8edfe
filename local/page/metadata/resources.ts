/** Where a project keeps what its pages load: static resources, and content assets. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { XmlElement } from "../../org/src/schema/metadata/xml.ts";
import type { AssetUi } from "./types.ts";

/**
 * The content beside a `NAME.resource-meta.xml`: the folder of an archive, or the one file with that name and an ending of its own.
 * null: there is none.
 */
export function resourceOf(metadataFile: string, name: string): string | null {
  const folder = path.dirname(metadataFile);
  const content = readdirSync(folder).find(
    (entry) =>
      entry === name || (entry.startsWith(`${name}.`) && !entry.endsWith(".resource-meta.xml")),
  );
  return content === undefined ? null : path.join(folder, content);
}

/** The content of a `NAME.asset-meta.xml` is `NAME.asset`, whatever it is; the metadata tells the name it was uploaded under. */
export function assetOf(metadataFile: string, asset: XmlElement): AssetUi {
  const versions = asset.children("versions").flatMap((each) => each.children("version"));
  const uploaded = versions.at(-1)?.text("pathOnClient") ?? "";
  return {
    file: metadataFile.replace(/-meta\.xml$/, ""),
    ending: path.extname(uploaded).toLowerCase(),
  };
}
