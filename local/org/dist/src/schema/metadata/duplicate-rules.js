/** What the administrator sees when no text of their own is given. */
const DEFAULT_ALERT = "Use one of these records?";
export function readMatchingRules(root, object, file, notices) {
    return root.children("matchingRules").flatMap((rule) => {
        if (rule.text("ruleStatus") !== "Active")
            return [];
        const name = rule.text("fullName") ?? "";
        const items = rule.children("matchingRuleItems").map((item) => {
            const method = item.text("matchingMethod") ?? "Exact";
            if (method !== "Exact") {
                const message = `The matching method ${method} of ${name} compares as Exact does here`;
                notices.push({ file, message });
            }
            return {
                field: item.text("fieldName") ?? "",
                matchesBlanks: item.text("blankValueBehavior") === "MatchBlanks",
            };
        });
        return [{ name, object, items, logic: rule.text("booleanFilter") }];
    });
}
/**
 * @param name object and rule: `Contact.Same_Email`
 */
export function readDuplicateRule(root, name, file, notices) {
    const object = name.split(".")[0] ?? "";
    if (!root.flag("isActive"))
        return [];
    if (root.child("duplicateRuleFilter") !== null) {
        notices.push({ file, message: `A duplicate rule with conditions has no effect here: ${name}` });
        return [];
    }
    const matchings = root.children("duplicateRuleMatchRules");
    if (matchings.some((match) => match.text("matchRuleSObjectType") !== object)) {
        const message = `A duplicate rule compares with records of its own object only here: ${name}`;
        notices.push({ file, message });
    }
    return [
        {
            object,
            rule: {
                name,
                onInsert: actionOf(root, "actionOnInsert", "operationsOnInsert"),
                onUpdate: actionOf(root, "actionOnUpdate", "operationsOnUpdate"),
                message: root.text("alertText") ?? DEFAULT_ALERT,
                heedsSharing: root.text("securityOption") === "EnforceSharingRules",
            },
            matchingRules: matchings
                .filter((match) => match.text("matchRuleSObjectType") === object)
                .map((match) => match.text("matchingRule") ?? ""),
        },
    ];
}
/** Rules with the matching rules they name; one that names none does nothing. */
export function duplicateRules(rules, matchings) {
    const byObject = new Map();
    for (const { object, rule, matchingRules } of rules) {
        const named = matchings.filter((matching) => matching.object === object && matchingRules.includes(matching.name));
        byObject.set(object, [...(byObject.get(object) ?? []), { ...rule, matchings: named }]);
    }
    return byObject;
}
function actionOf(root, action, operations) {
    if (root.text(action) === "Block")
        return "block";
    return root.children(operations).some((operation) => operation.ownText() === "Alert")
        ? "alert"
        : "allow";
}
