import { type ProjectMetadata } from "./project-metadata.ts";
/** Nothing throws but a file that cannot be read: what is wrong with a file is a diagnostic, what is left out a notice. */
export declare function readMetadata(files: readonly string[]): ProjectMetadata;
