import type { ObjectMetadata } from "../metadata/project-metadata.ts";
import { NameMap } from "../name-map.ts";
import type {
  ChildRelationship,
  Country,
  FieldDescribe,
  ObjectKind,
  SObjectDescribe,
} from "../schema.ts";
import { curatedObject } from "../standard/curated-objects.ts";
import type { OrgFeature, StandardObjectDetail } from "../standard/curated-types.ts";
import { DEFAULT_SHARING_MODELS } from "../standard/default-sharing-models.ts";
import { featureOf } from "../standard/org-features.ts";
import { words } from "../standard/field-label.ts";
import type { StandardObject } from "../standard/standard-objects-types.ts";
import { customFieldDescribes, type FieldContext } from "./custom-field-describe.ts";
import { objectDescribe } from "./object-describe.ts";
import { standardFieldDescribe, type AddedReferences } from "./standard-field-describe.ts";

export interface StandardObjectContext {
  readonly keyPrefix: string | null;
  readonly features: ReadonlySet<OrgFeature>;
  readonly countries: readonly Country[];
  readonly addedReferences: AddedReferences;
  readonly fields: FieldContext;
  /** What the project adds to the object; tasks and events also have what it adds to Activity. */
  readonly additions: readonly ObjectMetadata[];
  /** Of the project's lookups to it. */
  readonly children: readonly ChildRelationship[];
}

/** An object of the platform, with what the project adds to it. */
export function standardObjectDescribe(
  object: StandardObject,
  context: StandardObjectContext,
): SObjectDescribe {
  const kind = kindOf(object);
  const detail = curatedObject(object.name) ?? uncurated(object, kind);
  const settings = context.additions[0]?.settings ?? null;
  return objectDescribe({
    name: object.name,
    label: detail.label,
    labelPlural: detail.labelPlural,
    kind,
    keyPrefix: context.keyPrefix,
    nameField: detail.nameField,
    fields: fieldsOf(object, detail, context),
    children: [...standardChildren(object, context.features), ...context.children],
    fieldSets: context.additions.flatMap((addition) => addition.fieldSets),
    recordTypes: context.additions.flatMap((addition) => addition.recordTypes),
    validationRules: context.additions.flatMap((addition) => addition.validationRules),
    isHistoryTracked: settings?.isHistoryTracked ?? false,
    sharingModel: sharingModelOf(object.name, context.additions),
    isCreateable: detail.isCreateable,
    isUpdateable: detail.isUpdateable,
    isDeletable: detail.isDeletable,
    isUndeletable: detail.isUndeletable,
    isQueryable: detail.isQueryable,
  });
}

/** Tasks and events have that of activities. */
function sharingModelOf(name: string, additions: readonly ObjectMetadata[]): string {
  for (const { settings } of additions) {
    if (settings?.sharingModel !== null && settings?.sharingModel !== undefined)
      return settings.sharingModel;
  }
  return DEFAULT_SHARING_MODELS.get(name) ?? "ReadWrite";
}

function fieldsOf(
  object: StandardObject,
  detail: StandardObjectDetail,
  context: StandardObjectContext,
): readonly FieldDescribe[] {
  const added = context.additions.flatMap((addition) => addition.fields);
  const settings = NameMap.by(added, (field) => field.name);
  const standard = object.fields.flatMap((field) => {
    const describe = standardFieldDescribe(
      detail,
      field,
      context.features,
      context.addedReferences,
      settings.get(field.name),
    );
    return describe === null ? [] : withPlaces(describe, context.countries);
  });
  const custom = added
    .filter((field) => /__c$/i.test(field.name))
    .flatMap((field) => customFieldDescribes(field, context.fields));
  return [...standard, ...custom];
}

/** The codes of State and Country/Territory Picklists. */
function withPlaces(field: FieldDescribe, countries: readonly Country[]): FieldDescribe {
  if (countries.length === 0) return field;
  const kind = /(State|Country)Code$/.exec(field.name)?.[1];
  if (kind === undefined) return field;
  const places = kind === "Country" ? countries : countries.flatMap(({ states }) => states);
  const byCode = new Map(places.map(({ code, label }) => [code, label]));
  return {
    ...field,
    isRestrictedPicklist: true,
    picklistValues: [...byCode].map(([value, label]) => ({
      value,
      label,
      isDefault: false,
      isActive: true,
    })),
  };
}

function kindOf(object: StandardObject): ObjectKind {
  const has = (name: string): boolean => object.fields.some((field) => field.name === name);
  if (object.name.endsWith("ChangeEvent") && has("ChangeEventHeader")) return "changeEvent";
  if (has("ReplayId")) return "platformEvent";
  if (object.name.endsWith("Share") && has("RowCause")) return "share";
  if (object.name.endsWith("History") && has("OldValue")) return "history";
  return object.name.endsWith("Feed") && has("CommentCount") ? "feed" : "standard";
}

/** What can be said of an object that nobody curated. */
function uncurated(object: StandardObject, kind: ObjectKind): StandardObjectDetail {
  const label = words(object.name);
  const isRecord = kind === "standard";
  const isWritten = isRecord || kind === "share";
  return {
    name: object.name,
    label,
    labelPlural: `${label}s`,
    keyPrefix: null,
    nameField: object.fields.find((field) => field.name === "Name")?.name ?? null,
    isCreateable: isWritten || kind === "platformEvent",
    isUpdateable: isWritten,
    isDeletable: isWritten,
    isQueryable: kind !== "platformEvent" && kind !== "changeEvent",
    isUndeletable: isRecord,
    isSetupObject: false,
    fields: [],
  };
}

interface PlatformChild {
  readonly requires: OrgFeature | null;
  readonly child: ChildRelationship;
}

/** By object: the same in every org of the process. A user has hundreds. */
const platformChildren = new Map<string, readonly PlatformChild[]>();

function standardChildren(
  object: StandardObject,
  features: ReadonlySet<OrgFeature>,
): readonly ChildRelationship[] {
  let children = platformChildren.get(object.name);
  if (children === undefined) {
    children = object.childRelationships.map((child) => ({
      requires: featureOf(object.name, child.relationshipName),
      child: {
        ...child,
        isCascadeDelete:
          curatedObject(child.childObject)?.fields.find((field) => field.name === child.field)
            ?.deleteConstraint === "Cascade",
      },
    }));
    platformChildren.set(object.name, children);
  }
  return children.flatMap(({ requires, child }) =>
    requires === null || features.has(requires) ? [child] : [],
  );
}
