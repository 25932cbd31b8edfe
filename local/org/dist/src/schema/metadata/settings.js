/** CustomLabels: name → value. */
export function readLabels(root) {
    return root
        .children("labels")
        .map((label) => [label.text("fullName") ?? "", label.text("value") ?? ""]);
}
export function readSubscriberConfig(root, name) {
    return {
        name,
        consumer: root.text("platformEventConsumer") ?? "",
        batchSize: root.number("batchSize"),
        user: root.text("user"),
    };
}
export function readCachePartition(root, name) {
    return { name, isDefault: root.flag("isDefaultPartition") };
}
export function readCustomPermission(root, name) {
    return {
        name,
        label: root.text("label") ?? name,
        description: root.text("description"),
    };
}
/** A remote site's URL; null when it is switched off. */
export function readRemoteSite(root) {
    return root.flag("isActive") ? root.text("url") : null;
}
export function readApexMetadata(root) {
    const status = root.text("status");
    return {
        apiVersion: root.text("apiVersion"),
        status: status === "Inactive" || status === "Deleted" ? status : "Active",
    };
}
