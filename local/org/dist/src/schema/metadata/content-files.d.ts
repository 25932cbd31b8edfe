import type { ProjectMetadata } from "./project-metadata.ts";
import type { SourceName } from "./source-name.ts";
import { type XmlElement } from "./xml.ts";
/** A class or trigger; without a -meta.xml it takes the project's API version. */
export declare function readApexFile(file: string, metadata: ProjectMetadata): void;
/** The content is `name.<any extension>` beside the settings, or the folder `name` of an unpacked archive. */
export declare function readStaticResource(root: XmlElement, source: SourceName, metadata: ProjectMetadata, file: string): void;
