import { expect, test } from "vitest";
import { metadataXml, sfdxProject, writeProject } from "../../org/src/schema/fixture/project.ts";
import { readProjectUi } from "../metadata/project.ts";
import { projectFile } from "./static-files.ts";

test("serves static resources, files within an archive, and content assets by what they were uploaded as", async () => {
  const folder = writeProject(
    sfdxProject({
      "staticresources/theme.resource-meta.xml": metadataXml(
        "StaticResource",
        "<contentType>text/css</contentType>",
      ),
      "staticresources/theme.css": "body {}",
      "staticresources/bikes.resource-meta.xml": metadataXml(
        "StaticResource",
        "<contentType>application/zip</contentType>",
      ),
      "staticresources/bikes/img/one.svg": "<svg/>",
      "contentassets/logo.asset-meta.xml": metadataXml(
        "ContentAsset",
        "<versions><version><number>1</number><pathOnClient>Logo.SVG</pathOnClient></version></versions>",
      ),
      "contentassets/logo.asset": "<svg/>",
    }),
  );
  try {
    const project = readProjectUi(folder.path);
    const type = async (kind: "resource" | "asset", place: string): Promise<string | undefined> =>
      (await projectFile(project, kind, place.split("/")))?.type;
    expect(await type("resource", "theme")).toBe("text/css");
    expect(await type("resource", "bikes/img/one.svg")).toBe("image/svg+xml");
    expect(await type("asset", "logo")).toBe("image/svg+xml");
    expect(await type("resource", "bikes/../../contentassets/logo.asset")).toBeUndefined();
    expect(await type("resource", "unknown")).toBeUndefined();
  } finally {
    folder.remove();
  }
});
