/** Who platform event triggers run as in this org, whatever the project's PlatformEventSubscriberConfig says. */
import { NameMap } from "../schema/name-map.js";
export function usernameOf(alias) {
    return `${alias}@local.example`;
}
/** @param users trigger → alias of its user */
export function withTriggerUsers(schema, users) {
    const configs = NameMap.by([...schema.subscriberConfigs.values()], ({ consumer }) => consumer);
    for (const [trigger, alias] of Object.entries(users)) {
        const known = configs.get(trigger) ?? { name: trigger, consumer: trigger, batchSize: null };
        configs.set(trigger, { ...known, user: usernameOf(alias) });
    }
    return { ...schema, subscriberConfigs: configs };
}
