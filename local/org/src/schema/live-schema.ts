/** A schema that can be replaced while what stands on it stays: every question is put to the schema of now. */
import type { Schema } from "./schema.ts";

export class LiveSchema implements Schema {
  #now: Schema;

  constructor(first: Schema) {
    this.#now = first;
  }

  /** @returns the schema until now */
  replace(next: Schema): Schema {
    const before = this.#now;
    this.#now = next;
    return before;
  }

  object(name: string): ReturnType<Schema["object"]> {
    return this.#now.object(name);
  }

  objectNames(): readonly string[] {
    return this.#now.objectNames();
  }

  objectByKeyPrefix(prefix: string): ReturnType<Schema["objectByKeyPrefix"]> {
    return this.#now.objectByKeyPrefix(prefix);
  }

  get namespaces(): Schema["namespaces"] {
    return this.#now.namespaces;
  }

  get metadataRecords(): Schema["metadataRecords"] {
    return this.#now.metadataRecords;
  }

  get labels(): Schema["labels"] {
    return this.#now.labels;
  }

  get permissionSets(): Schema["permissionSets"] {
    return this.#now.permissionSets;
  }

  get pages(): Schema["pages"] {
    return this.#now.pages;
  }

  get profiles(): Schema["profiles"] {
    return this.#now.profiles;
  }

  get permissionSetGroups(): Schema["permissionSetGroups"] {
    return this.#now.permissionSetGroups;
  }

  get mutingPermissionSets(): Schema["mutingPermissionSets"] {
    return this.#now.mutingPermissionSets;
  }

  get customPermissions(): Schema["customPermissions"] {
    return this.#now.customPermissions;
  }

  get queues(): Schema["queues"] {
    return this.#now.queues;
  }

  get sharingRules(): Schema["sharingRules"] {
    return this.#now.sharingRules;
  }

  get duplicateRules(): Schema["duplicateRules"] {
    return this.#now.duplicateRules;
  }

  get countries(): Schema["countries"] {
    return this.#now.countries;
  }

  get parentRoles(): Schema["parentRoles"] {
    return this.#now.parentRoles;
  }

  get namedCredentials(): Schema["namedCredentials"] {
    return this.#now.namedCredentials;
  }

  get externalCredentials(): Schema["externalCredentials"] {
    return this.#now.externalCredentials;
  }

  get subscriberConfigs(): Schema["subscriberConfigs"] {
    return this.#now.subscriberConfigs;
  }

  get cachePartitions(): Schema["cachePartitions"] {
    return this.#now.cachePartitions;
  }

  get staticResources(): Schema["staticResources"] {
    return this.#now.staticResources;
  }

  get dataWeaveScripts(): Schema["dataWeaveScripts"] {
    return this.#now.dataWeaveScripts;
  }

  get analytics(): Schema["analytics"] {
    return this.#now.analytics;
  }

  get flows(): Schema["flows"] {
    return this.#now.flows;
  }

  get workflowRules(): Schema["workflowRules"] {
    return this.#now.workflowRules;
  }
}
