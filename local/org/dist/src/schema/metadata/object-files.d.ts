import { type ProjectMetadata } from "./project-metadata.ts";
import type { SourceName } from "./source-name.ts";
import { type XmlElement } from "./xml.ts";
export declare function readObject(root: XmlElement, source: SourceName, metadata: ProjectMetadata, file: string): void;
export declare function isObjectPart(source: SourceName): source is SourceName & {
    object: string;
};
export declare function readObjectPart(source: SourceName & {
    readonly object: string;
}, metadata: ProjectMetadata, file: string): void;
