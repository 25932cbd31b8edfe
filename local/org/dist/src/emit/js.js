const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
function locationOf(place) {
    return place === null ? {} : { loc: { start: place, end: place } };
}
export function name(text, place = null) {
    return { type: "Identifier", name: text, ...locationOf(place) };
}
export function literal(value, place = null) {
    if (typeof value === "number" && (value < 0 || Object.is(value, -0)))
        return {
            type: "UnaryExpression",
            operator: "-",
            prefix: true,
            argument: literal(-value, place),
        };
    return { type: "Literal", value, ...locationOf(place) };
}
export function bigintLiteral(text, place) {
    const isNegative = text.startsWith("-");
    const digits = isNegative ? text.slice(1) : text;
    const node = {
        type: "Literal",
        bigint: digits,
        value: BigInt(digits),
        ...locationOf(place),
    };
    return isNegative
        ? { type: "UnaryExpression", operator: "-", prefix: true, argument: node }
        : node;
}
export const NULL = { type: "Literal", value: null };
export const THIS = { type: "ThisExpression" };
export function member(object, property, place = null) {
    return IDENTIFIER.test(property)
        ? {
            type: "MemberExpression",
            object,
            property: name(property, place),
            computed: false,
            optional: false,
        }
        : {
            type: "MemberExpression",
            object,
            property: literal(property, place),
            computed: true,
            optional: false,
        };
}
export function call(callee, values) {
    return { type: "CallExpression", callee, arguments: [...values], optional: false };
}
export function construct(callee, values) {
    return { type: "NewExpression", callee, arguments: [...values] };
}
export function binary(operator, left, right) {
    return { type: "BinaryExpression", operator, left, right };
}
export function logical(operator, left, right) {
    return { type: "LogicalExpression", operator, left, right };
}
export function unary(operator, argument) {
    return { type: "UnaryExpression", operator, prefix: true, argument };
}
export function conditional(test, consequent, alternate) {
    return { type: "ConditionalExpression", test, consequent, alternate };
}
export function assign(left, right) {
    return { type: "AssignmentExpression", operator: "=", left, right };
}
export function sequence(expressions) {
    return { type: "SequenceExpression", expressions: [...expressions] };
}
export function array(elements) {
    return { type: "ArrayExpression", elements: [...elements] };
}
export function object(properties) {
    return {
        type: "ObjectExpression",
        properties: properties.map(([key, value]) => ({
            type: "Property",
            key: IDENTIFIER.test(key) ? name(key) : literal(key),
            value,
            kind: "init",
            method: false,
            shorthand: false,
            computed: false,
        })),
    };
}
// ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────
export function statement(expression) {
    return { type: "ExpressionStatement", expression };
}
export function block(body) {
    return { type: "BlockStatement", body: [...body] };
}
export function declare(kind, variable, init) {
    return {
        type: "VariableDeclaration",
        kind,
        declarations: [{ type: "VariableDeclarator", id: name(variable), init }],
    };
}
export function when(test, consequent, alternate = null) {
    return { type: "IfStatement", test, consequent, alternate };
}
export function give(argument) {
    return { type: "ReturnStatement", argument };
}
export function raise(argument) {
    return { type: "ThrowStatement", argument };
}
export function finallyDo(body, after) {
    return { type: "TryStatement", block: block(body), handler: null, finalizer: block(after) };
}
export function func(parameters, body) {
    return {
        type: "FunctionExpression",
        id: null,
        params: parameters.map((parameter) => name(parameter)),
        body: block(body),
        generator: false,
        async: false,
    };
}
/** Of functions a stack trace does not show. */
const HIDDEN = { line: 0, column: 0, frame: "" };
/** A class member; the key carries the place, so that the function's first mapping names its own frame. */
export function method(key, parameters, body, options) {
    const place = options.place ?? HIDDEN;
    return {
        type: "MethodDefinition",
        key: IDENTIFIER.test(key) ? name(key, place) : literal(key, place),
        value: func(parameters, body),
        kind: options.kind ?? "method",
        computed: false,
        static: options.isStatic ?? false,
    };
}
export function property(key, value) {
    return {
        type: "PropertyDefinition",
        key: IDENTIFIER.test(key) ? name(key) : literal(key),
        value,
        computed: false,
        static: false,
    };
}
