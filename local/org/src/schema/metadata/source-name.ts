/** What a file of an SFDX project is, from its path: `objects/Foo__c/fields/Bar__c.field-meta.xml`. */
import { basename, dirname } from "node:path";

export interface SourceName {
  /** The type's suffix: object, field, permissionset, cls … */
  readonly suffix: string;
  /** The name of the component, decoded: `Admin`, `Type.Record`. */
  readonly name: string;
  /** Of a part of a decomposed object: the object. */
  readonly object: string | null;
}

/** Suffixes that files have without `-meta.xml` when a project is in metadata format, or was converted from it. */
const BARE_SUFFIX =
  /\.(object|permissionset|permissionsetgroup|mutingpermissionset|profile|labels|md|namedCredential|externalCredential|remoteSite|queue|group|role|customPermission|cachePartition|globalValueSet|platformEventSubscriberConfig|sharingRules|duplicateRule|matchingRule|flow|workflow)$/;

/** null for a file that holds no metadata: source code, the content of a resource. */
export function sourceName(path: string): SourceName | null {
  const file = basename(path);
  const folder = basename(dirname(path));
  // What is in an unpacked archive is content, whatever it is called.
  if (/[\\/]staticresources[\\/].+[\\/]/.test(path)) return null;
  const source = /^(.+)\.([^.]+)-meta\.xml$/.exec(file);
  const bare = source === null ? BARE_SUFFIX.exec(file) : null;
  const suffix = source?.[2] ?? bare?.[1];
  if (suffix === undefined) return null;
  // Markdown has the same suffix.
  if (bare !== null && suffix === "md" && folder !== "customMetadata") return null;
  const encoded = source?.[1] ?? file.slice(0, -suffix.length - 1);
  return { suffix, name: decode(encoded), object: decomposedObject(path) };
}

/** Names with characters that files cannot have are percent-encoded: `Admin%3A Read`. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** `objects/Foo__c/fields/Bar__c.field-meta.xml` → `Foo__c`. */
function decomposedObject(path: string): string | null {
  const part = dirname(path);
  const object = dirname(part);
  return basename(dirname(object)) === "objects" ? basename(object) : null;
}
