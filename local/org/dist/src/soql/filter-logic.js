/**
 * Filter logic as metadata and people write it: `1 AND (2 OR NOT 3)`, numbers from 1. An operator that is missing joins by AND.
 * Source: Salesforce Help, "Getting the Most Out of Filter Logic".
 */
export function filterLogic(logic, holds) {
    const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|\(|\)/gu) ?? [];
    let at = 0;
    const take = (token) => {
        if (tokens[at] !== token)
            return false;
        at += 1;
        return true;
    };
    const either = () => {
        let value = both();
        while (take("OR"))
            value = both() || value;
        return value;
    };
    const both = () => {
        let value = single();
        while (take("AND"))
            value = single() && value;
        return value;
    };
    const single = () => {
        if (take("NOT"))
            return !single();
        if (take("(")) {
            const value = either();
            take(")");
            return value;
        }
        const number = Number(tokens[at]);
        at += 1;
        return holds(number);
    };
    return either();
}
