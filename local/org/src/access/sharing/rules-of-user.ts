/** The sharing rules of an object that share with a user. */
import type { SharingRule, SObjectDescribe } from "../../schema/schema.ts";
import { passesFilter } from "../../soql/field-filter.ts";
import { filterLogic } from "../../soql/filter-logic.ts";
import type { ReadEnvironment } from "../../soql/row-reader.ts";
import type { Row } from "../../store/row.ts";
import { accessLevel, type AccessLevel, higher, NO_ACCESS } from "./access-level.ts";
import type { Grantees } from "./grantees.ts";
import { groupIdOf, ownersIn } from "./rule-target.ts";

interface RuleOfUser {
  readonly rule: SharingRule;
  readonly covers: (row: Row) => boolean;
}

export class RulesOfUser {
  readonly #rules: readonly RuleOfUser[];

  constructor(environment: ReadEnvironment, describe: SObjectDescribe, grantees: Grantees) {
    const { schema, store } = environment;
    const all = schema.sharingRules.get(describe.name) ?? [];
    this.#rules = all
      .filter(({ to }) => {
        const group = groupIdOf(store, to);
        return group !== undefined && grantees.ids.has(group);
      })
      .map((rule) => ({ rule, covers: coverage(environment, describe, rule) }));
  }

  level(row: Row): AccessLevel {
    return this.#highest(row, (rule) => rule.accessLevel);
  }

  /** Of rules on accounts: the access to this kind of child of an account. */
  childLevel(account: Row, child: string): AccessLevel {
    return this.#highest(account, (rule) => rule.childAccess[child]);
  }

  #highest(row: Row, given: (rule: SharingRule) => string | undefined): AccessLevel {
    let level: AccessLevel = NO_ACCESS;
    for (const { rule, covers } of this.#rules) {
      const offered = accessLevel(given(rule));
      if (offered > level && covers(row)) level = higher(level, offered);
    }
    return level;
  }
}

function coverage(
  environment: ReadEnvironment,
  describe: SObjectDescribe,
  { shares }: SharingRule,
): (row: Row) => boolean {
  if (shares.kind === "ownedBy") {
    const group = groupIdOf(environment.store, shares.from);
    const owners = group === undefined ? new Set<string>() : ownersIn(environment.store, group);
    return (row) => {
      const owner = row.values["OwnerId"];
      return typeof owner === "string" && owners.has(owner);
    };
  }
  const { filters, logic } = shares;
  return (row) => {
    const passes = (index: number): boolean => {
      const filter = filters[index];
      return filter !== undefined && passesFilter(environment, describe, row, filter);
    };
    return logic === null
      ? filters.every((_, index) => passes(index))
      : filterLogic(logic, (number) => passes(number - 1));
  };
}
