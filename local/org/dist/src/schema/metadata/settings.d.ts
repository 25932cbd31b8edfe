/** The small ones: labels, event subscriber configs, cache partitions, static resources, custom permissions, Apex files. */
import type { Schema, SubscriberConfigMetadata } from "../schema.ts";
import type { XmlElement } from "./xml.ts";
/** CustomLabels: name → value. */
export declare function readLabels(root: XmlElement): readonly (readonly [string, string])[];
export declare function readSubscriberConfig(root: XmlElement, name: string): SubscriberConfigMetadata;
export declare function readCachePartition(root: XmlElement, name: string): Schema["cachePartitions"][number];
export interface StaticResourceMetadata {
    readonly name: string;
    readonly contentType: string;
    /** The file, or for an unpacked archive the folder. */
    readonly path: string;
}
export interface CustomPermissionMetadata {
    readonly name: string;
    readonly label: string;
    readonly description: string | null;
}
export declare function readCustomPermission(root: XmlElement, name: string): CustomPermissionMetadata;
/** A remote site's URL; null when it is switched off. */
export declare function readRemoteSite(root: XmlElement): string | null;
export interface ApexMetadata {
    readonly apiVersion: string | null;
    readonly status: "Active" | "Inactive" | "Deleted";
}
export declare function readApexMetadata(root: XmlElement): ApexMetadata;
