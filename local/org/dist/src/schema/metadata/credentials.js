export function readNamedCredential(root, name) {
    const parameters = root.children("namedCredentialParameters");
    const parameter = (type) => parameters.find((candidate) => candidate.text("parameterType") === type);
    return {
        name,
        label: root.text("label") ?? name,
        url: parameter("Url")?.text("parameterValue") ?? root.text("endpoint") ?? "",
        externalCredential: parameter("Authentication")?.text("externalCredential") ?? null,
        // Set unless it is switched off.
        generateAuthorizationHeader: root.text("generateAuthorizationHeader") !== "false",
        allowMergeFieldsInHeader: root.flag("allowMergeFieldsInHeader"),
        allowMergeFieldsInBody: root.flag("allowMergeFieldsInBody"),
        headers: readHeaders(parameters, "HttpHeader"),
    };
}
export function readExternalCredential(root, name) {
    const parameters = root.children("externalCredentialParameters");
    return {
        name,
        label: root.text("label") ?? name,
        protocol: root.text("authenticationProtocol") ?? "",
        principals: parameters
            .filter((parameter) => /Principal$/.test(parameter.text("parameterType") ?? ""))
            .flatMap((parameter) => parameter.text("parameterName") ?? []),
        headers: readHeaders(parameters, "AuthHeader"),
    };
}
function readHeaders(parameters, type) {
    return parameters
        .filter((parameter) => parameter.text("parameterType") === type)
        .map((parameter) => ({
        name: parameter.text("parameterName") ?? "",
        value: parameter.text("parameterValue") ?? "",
        sequence: parameter.number("sequenceNumber") ?? 0,
    }))
        .toSorted((a, b) => a.sequence - b.sequence)
        .map((header) => ({ name: header.name, value: header.value }));
}
