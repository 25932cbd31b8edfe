/** A host for tests of the language: no records, no callouts, a fixed clock. What a test needs more of, it overrides. */
import { emptyAnalytics } from "../analytics/source/report-definition.ts";
import { Allocations } from "../runtime/allocations.ts";
import type { Host, RunningUser } from "../runtime/host.ts";
import type { Schema, SObjectDescribe } from "../schema/schema.ts";

/** 2026-01-31T10:15:30.500Z. */
export const TEST_NOW = Date.UTC(2026, 0, 31, 10, 15, 30, 500);

export const TEST_USER: RunningUser = {
  id: "005000000000001AAA",
  username: "ada@example.com",
  name: "Ada Lovelace",
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@example.com",
  profileId: "00e000000000001AAA",
  roleId: null,
  timeZone: "GMT",
  locale: "en_US",
  language: "en_US",
  userType: "Standard",
};

export function testSchema(objects: readonly SObjectDescribe[] = []): Schema {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  return {
    object: (name) => byName.get(name.toLowerCase()),
    objectNames: () => objects.map(({ name }) => name),
    objectByKeyPrefix: (prefix) => objects.find(({ keyPrefix }) => keyPrefix === prefix),
    metadataRecords: [],
    namespaces: new Set(),
    labels: new Map([["greeting", "Hello"]]),
    permissionSets: new Map(),
    permissionSetGroups: new Map(),
    mutingPermissionSets: new Map(),
    customPermissions: [],
    queues: [],
    sharingRules: new Map(),
    duplicateRules: new Map(),
    countries: [],
    parentRoles: new Map(),
    namedCredentials: new Map(),
    externalCredentials: new Map(),
    subscriberConfigs: new Map(),
    cachePartitions: [],
    profiles: new Map(),
    pages: new Set(),
    dataWeaveScripts: new Map(),
    staticResources: new Map(),
    analytics: emptyAnalytics(),
    flows: new Map(),
    workflowRules: new Map(),
  };
}

function refuse(what: string): () => never {
  return () => {
    throw new Error(`This test's host has no ${what}`);
  };
}

export function testHost(schema: Schema, overrides: Partial<Host> = {}): Host {
  let ids = 0;
  return {
    schema,
    clock: { now: () => TEST_NOW },
    allocations: new Allocations({ now: () => TEST_NOW }),
    ids: {
      next: (prefix) => {
        ids += 1;
        return `${prefix}${String(ids).padStart(12, "0")}AAA`;
      },
    },
    data: {
      query: refuse("records"),
      count: refuse("records"),
      queryText: refuse("records"),
      countText: refuse("records"),
      openCursor: refuse("records"),
      search: refuse("records"),
      searchText: refuse("records"),
      dml: refuse("records"),
      settings: refuse("settings"),
      emptyRecycleBin: refuse("records"),
      convertLeads: refuse("records"),
      isLocked: refuse("records"),
      setLocks: refuse("records"),
      setCreatedDate: refuse("records"),
      rights: refuse("rights"),
      recordTypeId: refuse("records"),
      openingHours: refuse("records"),
      currentMark: refuse("records"),
      savepoint: refuse("savepoints"),
      rollback: refuse("savepoints"),
      releaseSavepoint: refuse("savepoints"),
    },
    events: {
      publish: refuse("events"),
      deliverInTest: refuse("events"),
      failInTest: refuse("events"),
    },
    jobs: {
      enqueueFuture: refuse("jobs"),
      enqueueQueueable: refuse("jobs"),
      attachFinalizer: refuse("jobs"),
      executeBatch: refuse("jobs"),
      schedule: refuse("jobs"),
      scheduleBatch: refuse("jobs"),
      abort: refuse("jobs"),
      runInTest: refuse("jobs"),
    },
    callouts: { send: refuse("callouts") },
    flows: { names: () => [], has: () => false, hasVariable: () => false, run: refuse("flows") },
    organization: {
      id: "00D000000000001AAA",
      name: "Test",
      baseUrl: "https://test.my.salesforce.com",
    },
    users: { ofRecord: () => TEST_USER },
    ...overrides,
  };
}
