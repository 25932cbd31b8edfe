/** Metadata that goes with a file of its own: Apex code, the content of a static resource. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readApexMetadata } from "./settings.js";
import { readXml } from "./xml.js";
/** A class or trigger; without a -meta.xml it takes the project's API version. */
export function readApexFile(file, metadata) {
    const kind = file.endsWith(".trigger") ? "trigger" : "class";
    const name = basename(file).replace(/\.(cls|trigger)$/, "");
    const settings = `${file}-meta.xml`;
    const base = { kind, name, path: file, apiVersion: null, status: "Active" };
    if (!existsSync(settings)) {
        metadata.apex.push(base);
        return;
    }
    const root = kind === "trigger" ? "ApexTrigger" : "ApexClass";
    const read = readXml(settings, readFileSync(settings, "utf8"), root);
    if ("error" in read) {
        metadata.diagnostics.push(read.error);
        metadata.apex.push(base);
        return;
    }
    metadata.apex.push({ ...base, ...readApexMetadata(read.element) });
}
/** The content is `name.<any extension>` beside the settings, or the folder `name` of an unpacked archive. */
export function readStaticResource(root, source, metadata, file) {
    const stem = basename(file).replace(/\.resource-meta\.xml$/, "");
    const folder = dirname(file);
    const content = readdirSync(folder).find((entry) => entry === stem || (entry.startsWith(`${stem}.`) && !entry.endsWith(".resource-meta.xml")));
    if (content === undefined) {
        const message = `The content of the static resource is missing: ${source.name}`;
        metadata.diagnostics.push({ file, at: { line: 1, column: 1 }, message, kind: "error" });
        return;
    }
    metadata.staticResources.push({
        name: source.name,
        contentType: root.text("contentType") ?? "application/octet-stream",
        path: join(folder, content),
    });
}
