/** String: static members. */
import { ApexDate } from "../../runtime/date.js";
import { iterate } from "../../runtime/operations/collections.js";
import { concatText, valueText } from "../../runtime/text.js";
import { transaction } from "../../runtime/transaction.js";
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
import { formatPattern } from "../date-format.js";
function isBlank(text) {
    return text === null || /^\s*$/.test(text);
}
/** As java.text.MessageFormat: `{0}`; two quotes are one, text between single quotes stands as it is. */
export function formatMessage(template, values) {
    let out = "";
    let isQuoted = false;
    for (let at = 0; at < template.length; at += 1) {
        const character = template.charAt(at);
        if (character === "'") {
            if (template.charAt(at + 1) === "'") {
                out += "'";
                at += 1;
            }
            else {
                isQuoted = !isQuoted;
            }
            continue;
        }
        const placeholder = isQuoted ? null : /^\{(\d+)\}/.exec(template.slice(at));
        if (placeholder === null) {
            out += character;
            continue;
        }
        const index = Number(placeholder[1]);
        out += index < values.length ? valueText(values[index]) : placeholder[0];
        at += placeholder[0].length - 1;
    }
    return out;
}
function commonPrefix(texts) {
    const [first = "", ...rest] = texts;
    let length = first.length;
    for (const text of rest) {
        let index = 0;
        while (index < length && text[index] === first[index])
            index += 1;
        length = index;
    }
    return first.slice(0, length);
}
export const stringStaticsBehaviour = platformType({
    type: "String",
    statics: {
        isBlank,
        isNotBlank: (text) => !isBlank(text),
        isEmpty: (text) => text === null || text === "",
        isNotEmpty: (text) => text !== null && text !== "",
        // A null value is a null text, not the word.
        valueOf: (value) => (value === null ? null : valueText(value)),
        // Of a Date in an Object the platform prints the time as well.
        "valueOf(Object)": (value) => value === null ? null : value instanceof ApexDate ? concatText(value) : valueText(value),
        "valueOf(Datetime)": (at) => at === null
            ? null
            : formatPattern(at.epochMs, "yyyy-MM-dd HH:mm:ss", transaction().user.timeZone),
        ...refusingNull({
            valueOfGmt: (at) => at.toGmtText(),
            escapeSingleQuotes: (text) => text.replaceAll("\\", "\\\\").replaceAll("'", "\\'"),
            format: (template, values) => formatMessage(template, values.items),
            join: (values, separator) => [...iterate(values)].map(concatText).join(separator),
            fromCharArray: (codes) => String.fromCharCode(...codes.items),
            getCommonPrefix: (texts) => commonPrefix(texts.items),
        }),
    },
});
