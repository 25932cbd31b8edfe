/**
 * What is kept between runs, in subfolders of its own: by default beside the package's sources, and of an installed package among the other
 * caches of `node_modules`.
 */
export declare const CACHE_FOLDER: string;
export declare function defaultFolder(sources: string): string;
