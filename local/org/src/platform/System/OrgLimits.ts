/** System.OrgLimits and System.OrgLimit: allocations of the whole org. Source: Apex Reference, "OrgLimits Class", "OrgLimit Class". */
import type { AllocationName, Allocations } from "../../runtime/allocations.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed, STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";

/** One allocation of the org, read when it is asked. */
export class OrgLimitValue {
  readonly name: AllocationName;
  readonly allocations: Allocations;

  constructor(name: AllocationName, allocations: Allocations) {
    this.name = name;
    this.allocations = allocations;
  }
}

const ORG_LIMIT = platformTypeNamed("System.OrgLimit");

function all(): OrgLimitValue[] {
  const { allocations } = transaction().host;
  return allocations.names.map((name) => new OrgLimitValue(name, allocations));
}

export const orgLimitsBehaviour = platformType({
  type: "System.OrgLimits",
  statics: {
    getAll: () => new ApexList(ORG_LIMIT, all()),
    getMap: () =>
      new ApexMap(
        STRING,
        ORG_LIMIT,
        all().map((limit) => [limit.name, limit] as const),
      ),
  },
});

export const orgLimitBehaviour = platformType({
  type: "System.OrgLimit",
  implementation: OrgLimitValue,
  methods: {
    getLimit: ({ allocations, name }: OrgLimitValue) => allocations.maximum(name),
    getName: ({ name }: OrgLimitValue) => name,
    getValue: ({ allocations, name }: OrgLimitValue) => allocations.used(name),
  },
});
