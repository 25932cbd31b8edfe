/** The merged view of the standard objects and a project's own, each built when it is first asked for. */
import {
  companionDescribe,
  companionName,
  type CompanionKind,
} from "./describes/companion-objects.ts";
import { customObjectDescribe, kindOf } from "./describes/custom-object-describe.ts";
import type { FieldContext } from "./describes/custom-field-describe.ts";
import { allotKeyPrefixes, placeOfPrefix, undocumentedPrefix } from "./describes/key-prefixes.ts";
import { addedReferences, hasShares, projectChildren } from "./describes/relationships.ts";
import { standardObjectDescribe } from "./describes/standard-object-describe.ts";
import { summaryType } from "./describes/summary-type.ts";
import type { ObjectMetadata, ProjectMetadata } from "./metadata/project-metadata.ts";
import { NameMap } from "./name-map.ts";
import type { Schema, SObjectDescribe } from "./schema.ts";
import { curatedObject, curatedObjects } from "./standard/curated-objects.ts";
import type { OrgFeature } from "./standard/curated-types.ts";
import { objectsWithKnownPrefix, standardKeyPrefix } from "./standard/key-prefixes.ts";
import { objectsMissing } from "./standard/org-features.ts";
import { standardObjects } from "./standard/standard-objects.ts";

export type Describes = Pick<Schema, "object" | "objectNames" | "objectByKeyPrefix">;

export function describesOf(
  metadata: ProjectMetadata,
  features: ReadonlySet<OrgFeature>,
): Describes {
  const sources = sourcesOf(metadata, features);
  const built = new NameMap<SObjectDescribe>();
  const byPrefix = new Map<string, string>();
  for (const name of [...curatedObjects().map((each) => each.name), ...objectsWithKnownPrefix()]) {
    const prefix = standardKeyPrefix(name);
    if (prefix !== null && !byPrefix.has(prefix)) byPrefix.set(prefix, name);
  }
  for (const [name, prefix] of sources.keyPrefixes) byPrefix.set(prefix, name);
  const standardNames = standardObjects().names();

  function object(name: string): SObjectDescribe | undefined {
    const known = built.get(name);
    if (known !== undefined) return known;
    const describe = sources.build(name, object);
    if (describe !== undefined) built.set(name, describe);
    return describe;
  }
  return {
    object,
    objectNames: () => sources.names,
    objectByKeyPrefix: (prefix) => {
      const name = byPrefix.get(prefix) ?? standardNames[placeOfPrefix(prefix)];
      return name === undefined ? undefined : object(name);
    },
  };
}

interface Sources {
  readonly names: readonly string[];
  readonly keyPrefixes: ReadonlyMap<string, string>;
  build(
    name: string,
    object: (name: string) => SObjectDescribe | undefined,
  ): SObjectDescribe | undefined;
}

function sourcesOf(metadata: ProjectMetadata, features: ReadonlySet<OrgFeature>): Sources {
  const defined = [...metadata.objects.values()].filter(isDefined);
  const companions = NameMap.by(defined.flatMap(companionsOf), (companion) => companion.name);
  const keyPrefixes = allotKeyPrefixes(
    [...defined, ...companions.values()].map(({ name }) => name),
  );
  const children = projectChildren(metadata);
  const references = addedReferences(metadata);
  const standard = standardObjects();
  const missing = objectsMissing(features);

  return {
    names: [
      ...defined.map(({ name }) => name),
      ...[...companions.values()].map(({ name }) => name),
      ...standard.names().filter((name) => !missing.has(name)),
    ],
    keyPrefixes,
    build(name, object) {
      const own = metadata.objects.get(name.toLowerCase());
      if (own !== undefined && isDefined(own)) {
        return customObjectDescribe(own, own.settings, {
          keyPrefix: keyPrefixes.get(name) ?? null,
          hasTab: metadata.tabs.has(name.toLowerCase()),
          hasCurrencies: features.has("MultiCurrency"),
          fields: fieldContext(own.name, metadata),
          children: children.get(name) ?? [],
        });
      }
      const companion = companions.get(name);
      if (companion !== undefined) {
        const parent = object(companion.parent.name);
        return parent === undefined
          ? undefined
          : companionDescribe(
              parent,
              companion.kind,
              keyPrefixes.get(name) ?? null,
              companion.parent.sharingReasons,
            );
      }
      const found = standard.find(name);
      return found === undefined || missing.has(found.name)
        ? undefined
        : standardObjectDescribe(found, {
            keyPrefix: standardPrefix(found.name),
            features,
            countries: metadata.countries,
            addedReferences: references,
            fields: fieldContext(found.name, metadata),
            additions: additionsTo(found.name, metadata),
            children: children.get(found.name) ?? [],
          });
    },
  };
}

type DefinedObject = ObjectMetadata & { settings: NonNullable<ObjectMetadata["settings"]> };

/** Custom objects only: of a standard object a project gives settings, not the definition. */
function isDefined(object: ObjectMetadata): object is DefinedObject {
  return object.settings !== null && /__[a-z]+$/i.test(object.name);
}

interface Companion {
  readonly name: string;
  readonly kind: CompanionKind;
  readonly parent: DefinedObject;
}

function companionsOf(parent: DefinedObject): readonly Companion[] {
  if (!/__c$/i.test(parent.name) || kindOf(parent.name, parent.settings) !== "custom") return [];
  const kinds: readonly (readonly [boolean, CompanionKind])[] = [
    [hasShares(parent), "share"],
    [parent.settings.isHistoryTracked, "history"],
    [parent.settings.hasFeeds, "feed"],
    [true, "changeEvent"],
  ];
  return kinds
    .filter(([isThere]) => isThere)
    .map(([, kind]) => ({ name: companionName(parent.name, kind), kind, parent }));
}

/** Documented, or one of this org's own making; a curated object without a prefix has no ids. */
function standardPrefix(name: string): string | null {
  const known = standardKeyPrefix(name);
  if (known !== null || curatedObject(name) !== undefined) return known;
  return undocumentedPrefix(standardObjects().placeOf(name));
}

function additionsTo(name: string, metadata: ProjectMetadata): readonly ObjectMetadata[] {
  const names = name === "Task" || name === "Event" ? [name, "Activity"] : [name];
  return names.flatMap((addition) => metadata.objects.get(addition.toLowerCase()) ?? []);
}

function fieldContext(object: string, metadata: ProjectMetadata): FieldContext {
  return {
    object,
    globalValues: (name) => metadata.globalValueSets.get(name) ?? [],
    summaryType: (field) => summaryType(field, metadata),
  };
}
