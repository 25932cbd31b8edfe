import { isUncatchable, raise } from "../runtime/exception.js";
import { apexExceptionOf } from "../runtime/javascript-errors.js";
import { ApexList } from "../runtime/list.js";
import { ApexMap } from "../runtime/map.js";
import { transaction } from "../runtime/transaction.js";
import { ID, sobjectType } from "../runtime/type.js";
import { TriggerFailure } from "./trigger-failure.js";
/** Source: Apex Developer Guide, Execution Governors and Limits: stack depth of recursively fired triggers. */
const MAX_DEPTH = 16;
/** Runs the project's triggers with their context variables on the transaction's stack. */
export class ApexTriggers {
    byEvent = new Map();
    runTrigger;
    constructor(triggers, runTrigger) {
        this.runTrigger = runTrigger;
        for (const trigger of triggers) {
            for (const event of trigger.events) {
                const key = keyOf(trigger.object, event);
                this.byEvent.set(key, [...(this.byEvent.get(key) ?? []), trigger]);
            }
        }
    }
    hasTriggers(object, events) {
        return events.some((event) => this.byEvent.has(keyOf(object, event)));
    }
    triggersOf(object, event) {
        return this.byEvent.get(keyOf(object, event)) ?? [];
    }
    run(object, event, records) {
        const context = contextOf(object, event, records);
        for (const trigger of this.triggersOf(object, event)) {
            try {
                this.runOne(trigger.name, { ...context, trigger: trigger.name });
            }
            catch (thrown) {
                const exception = apexExceptionOf(thrown);
                if (exception === null || isUncatchable(exception))
                    throw thrown;
                throw new TriggerFailure(trigger.name, event, exception);
            }
        }
    }
    /** Runs one trigger; what it throws comes through as it is. */
    runOne(name, context) {
        const { triggers } = transaction();
        if (triggers.length >= MAX_DEPTH) {
            raise("System.LimitException", `Maximum trigger depth exceeded\n${context.object} trigger event ${context.event}`);
        }
        triggers.push(context);
        try {
            this.runTrigger(name);
        }
        finally {
            triggers.pop();
        }
    }
}
export function contextOf(object, event, records) {
    const { newRecords, oldRecords } = records;
    return {
        trigger: "",
        object,
        event,
        newList: newRecords === null ? null : listOf(object, newRecords),
        oldList: oldRecords === null ? null : listOf(object, oldRecords),
        newMap: newRecords === null || event === "before insert" ? null : mapOf(object, newRecords),
        oldMap: oldRecords === null ? null : mapOf(object, oldRecords),
        size: (newRecords ?? oldRecords ?? []).length,
    };
}
function listOf(object, records) {
    const list = new ApexList(sobjectType(object), [...records]);
    list.isReadOnly = true;
    return list;
}
function mapOf(object, records) {
    const entries = records.flatMap((record) => record.id === null ? [] : [[record.id, record]]);
    const map = new ApexMap(ID, sobjectType(object), entries);
    map.isReadOnly = true;
    return map;
}
function keyOf(object, event) {
    return `${object.toLowerCase()} ${event}`;
}
