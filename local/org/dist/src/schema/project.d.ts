export interface ProjectFiles {
    /** Absolute, sorted, so that the same project always gives the same schema. */
    readonly files: readonly string[];
    /** `sourceApiVersion` of the first project that has one. */
    readonly sourceApiVersion: string | null;
}
/** A path that cannot be loaded: the message is for the person who gave it. */
export declare class ProjectPathError extends Error {
    readonly name = "ProjectPathError";
}
/**
 * Each path is a project (a folder with sfdx-project.json: its package directories) or any folder or file of source.
 * @throws ProjectPathError
 */
export declare function projectFiles(paths: readonly string[]): ProjectFiles;
