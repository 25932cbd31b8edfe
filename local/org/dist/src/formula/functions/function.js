export const NUMBER = ["number"];
export const TEXT = ["text"];
export const BOOLEAN = ["boolean"];
export const ANY = [
    "number",
    "text",
    "boolean",
    "date",
    "datetime",
    "time",
    "location",
    "picklist",
    "multipicklist",
];
/** A function of its arguments' values. */
export function eager(returns, parameters, answer, { optional = 0, repeated = 0 } = {}) {
    return {
        parameters,
        optional,
        repeated,
        returns: typeof returns === "string" ? () => returns : returns,
        run: (arguments_, calling) => answer(arguments_.map((argument) => calling.evaluate(argument)), calling),
    };
}
/** A function that decides which of its arguments are evaluated. */
export function lazy(returns, parameters, run, { optional = 0, repeated = 0 } = {}) {
    return {
        parameters,
        optional,
        repeated,
        returns: typeof returns === "string" ? () => returns : returns,
        run,
    };
}
