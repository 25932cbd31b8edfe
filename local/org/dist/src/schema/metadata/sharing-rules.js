/** Rules for guests and territories share with nobody this org has. */
export function readSharingRules(root) {
    return [
        ...root.children("sharingCriteriaRules").flatMap(readCriteriaRule),
        ...root.children("sharingOwnerRules").flatMap(readOwnerRule),
    ];
}
function readCriteriaRule(rule) {
    const filters = rule.children("criteriaItems").map((item) => ({
        field: item.text("field") ?? "",
        operation: item.text("operation") ?? "equals",
        value: item.text("value") ?? "",
    }));
    return ruleOf(rule, { kind: "matching", filters, logic: rule.text("booleanFilter") });
}
function readOwnerRule(rule) {
    const from = targetOf(rule.child("sharedFrom"));
    return from === null ? [] : ruleOf(rule, { kind: "ownedBy", from });
}
function ruleOf(rule, shares) {
    const to = targetOf(rule.child("sharedTo"));
    if (to === null)
        return [];
    const children = rule.child("accountSettings");
    const access = (name) => children?.text(name) ?? "None";
    return [
        {
            name: rule.text("fullName") ?? "",
            accessLevel: rule.text("accessLevel") === "Edit" ? "Edit" : "Read",
            to,
            shares,
            childAccess: {
                Case: access("caseAccessLevel"),
                Contact: access("contactAccessLevel"),
                Opportunity: access("opportunityAccessLevel"),
            },
        },
    ];
}
const TARGETS = [
    ["group", "group"],
    ["queue", "queue"],
    ["role", "role"],
    ["roleAndSubordinates", "roleAndSubordinates"],
    ["roleAndSubordinatesInternal", "roleAndSubordinates"],
];
function targetOf(element) {
    if (element === null)
        return null;
    for (const [name, kind] of TARGETS) {
        const target = element.text(name);
        if (target !== null)
            return { kind, name: target };
    }
    return element.child("allInternalUsers") === null ? null : { kind: "allInternalUsers", name: "" };
}
