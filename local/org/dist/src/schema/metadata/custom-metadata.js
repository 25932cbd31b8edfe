export function readCustomMetadata(root, fullName, file) {
    const point = fullName.indexOf(".");
    const type = fullName.slice(0, point);
    const developerName = fullName.slice(point + 1);
    const values = root
        .children("values")
        .map((entry) => {
        const value = entry.child("value");
        return [entry.text("field") ?? "", value === null ? null : typedValue(value)];
    });
    return {
        file,
        object: `${type}__mdt`,
        developerName,
        label: root.text("label") ?? developerName,
        values: Object.fromEntries(values),
    };
}
/** Dates and times stay texts: what they are is for the field to say. */
function typedValue(value) {
    const text = value.ownText();
    if (text === null)
        return null;
    switch (value.attribute("xsi:type")) {
        case "xsd:boolean":
            return text === "true";
        case "xsd:double":
        case "xsd:int":
        case "xsd:long":
            return Number(text);
        default:
            return text;
    }
}
