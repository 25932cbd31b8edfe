/**
 * What the org knows of its objects, fields and access rules: the merged view of the standard objects, their curated detail and the
 * project's metadata. Read-only once built.
 */
export {};
