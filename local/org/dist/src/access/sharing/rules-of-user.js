import { passesFilter } from "../../soql/field-filter.js";
import { filterLogic } from "../../soql/filter-logic.js";
import { accessLevel, higher, NO_ACCESS } from "./access-level.js";
import { groupIdOf, ownersIn } from "./rule-target.js";
export class RulesOfUser {
    #rules;
    constructor(environment, describe, grantees) {
        const { schema, store } = environment;
        const all = schema.sharingRules.get(describe.name) ?? [];
        this.#rules = all
            .filter(({ to }) => {
            const group = groupIdOf(store, to);
            return group !== undefined && grantees.ids.has(group);
        })
            .map((rule) => ({ rule, covers: coverage(environment, describe, rule) }));
    }
    level(row) {
        return this.#highest(row, (rule) => rule.accessLevel);
    }
    /** Of rules on accounts: the access to this kind of child of an account. */
    childLevel(account, child) {
        return this.#highest(account, (rule) => rule.childAccess[child]);
    }
    #highest(row, given) {
        let level = NO_ACCESS;
        for (const { rule, covers } of this.#rules) {
            const offered = accessLevel(given(rule));
            if (offered > level && covers(row))
                level = higher(level, offered);
        }
        return level;
    }
}
function coverage(environment, describe, { shares }) {
    if (shares.kind === "ownedBy") {
        const group = groupIdOf(environment.store, shares.from);
        const owners = group === undefined ? new Set() : ownersIn(environment.store, group);
        return (row) => {
            const owner = row.values["OwnerId"];
            return typeof owner === "string" && owners.has(owner);
        };
    }
    const { filters, logic } = shares;
    return (row) => {
        const passes = (index) => {
            const filter = filters[index];
            return filter !== undefined && passesFilter(environment, describe, row, filter);
        };
        return logic === null
            ? filters.every((_, index) => passes(index))
            : filterLogic(logic, (number) => passes(number - 1));
    };
}
