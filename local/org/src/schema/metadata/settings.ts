/** The small ones: labels, event subscriber configs, cache partitions, static resources, custom permissions, Apex files. */
import type { Schema, SubscriberConfigMetadata } from "../schema.ts";
import type { XmlElement } from "./xml.ts";

/** CustomLabels: name → value. */
export function readLabels(root: XmlElement): readonly (readonly [string, string])[] {
  return root.children("labels").map(readLabel);
}

/** One label: name and value. */
export function readLabel(root: XmlElement): readonly [string, string] {
  return [root.text("fullName") ?? "", root.text("value") ?? ""];
}

export function readSubscriberConfig(root: XmlElement, name: string): SubscriberConfigMetadata {
  return {
    name,
    consumer: root.text("platformEventConsumer") ?? "",
    batchSize: root.number("batchSize"),
    user: root.text("user"),
  };
}

export function readCachePartition(
  root: XmlElement,
  name: string,
): Schema["cachePartitions"][number] {
  return { name, isDefault: root.flag("isDefaultPartition") };
}

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

export function readCustomPermission(root: XmlElement, name: string): CustomPermissionMetadata {
  return {
    name,
    label: root.text("label") ?? name,
    description: root.text("description"),
  };
}

/** A remote site's URL; null when it is switched off. */
export function readRemoteSite(root: XmlElement): string | null {
  return root.flag("isActive") ? root.text("url") : null;
}

export interface ApexMetadata {
  readonly apiVersion: string | null;
  readonly status: "Active" | "Inactive" | "Deleted";
}

export function readApexMetadata(root: XmlElement): ApexMetadata {
  const status = root.text("status");
  return {
    apiVersion: root.text("apiVersion"),
    status: status === "Inactive" || status === "Deleted" ? status : "Active",
  };
}
