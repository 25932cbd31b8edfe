/** A text with its formulas evaluated. */
export function mergedText(text, parameters) {
    let merged = "";
    let from = 0;
    for (const match of text.matchAll(/\{!(.*?)\}/gs)) {
        const value = formula(match[1] ?? "", parameters);
        if (!value.ok)
            return value;
        merged += text.slice(from, match.index) + value.value;
        from = match.index + match[0].length;
    }
    return { ok: true, value: merged + text.slice(from) };
}
const TERM = /\s*(?:'([^']*)'|"([^"]*)"|\$Credential\.(\w+)\.(\w+)|(BASE64ENCODE\(\s*BLOB\()|([&+])|(\)\s*\)))\s*/iy;
/** Texts and credential parameters, joined by & or +, and BASE64Encode(Blob(…)) around them. */
function formula(source, parameters) {
    let value = "";
    let outer = null;
    TERM.lastIndex = 0;
    while (TERM.lastIndex < source.length) {
        const at = TERM.lastIndex;
        const term = TERM.exec(source);
        if (term === null)
            return unreadable(source.slice(at));
        const [, single, double, credential, parameter, encode, , close] = term;
        if (single !== undefined || double !== undefined)
            value += single ?? double ?? "";
        else if (credential !== undefined && parameter !== undefined) {
            const known = parameterOf(parameters, credential, parameter);
            if (known === undefined)
                return {
                    ok: false,
                    error: `No value is set for $Credential.${credential}.${parameter}. Set the authentication parameter of the external credential.`,
                };
            value += known;
        }
        else if (encode !== undefined) {
            outer = value;
            value = "";
        }
        else if (close !== undefined) {
            if (outer === null)
                return unreadable(source.slice(at));
            value = outer + Buffer.from(value, "utf8").toString("base64");
            outer = null;
        }
    }
    return { ok: true, value };
}
function unreadable(rest) {
    return { ok: false, error: `The header formula cannot be read at: ${rest}` };
}
function parameterOf(parameters, credential, parameter) {
    return byName(byName(parameters, credential) ?? {}, parameter);
}
function byName(values, name) {
    return Object.entries(values).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}
