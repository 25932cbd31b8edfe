import { fieldLabel } from "./field-label.js";
export function text(length, options = {}) {
    return { type: "string", length, ...common(options) };
}
export function textArea(length, options = {}) {
    return { type: "textarea", length, ...common(options) };
}
export function email(length = 80, options = {}) {
    return { type: "email", length, ...common(options) };
}
export function phone(options = {}) {
    return { type: "phone", length: 40, ...common(options) };
}
export function url(length = 255, options = {}) {
    return { type: "url", length, ...common(options) };
}
export function currency(options = {}) {
    return { type: "currency", precision: 18, scale: 2, ...common(options) };
}
export function percent(precision, scale, options = {}) {
    return { type: "percent", precision, scale, ...common(options) };
}
export function double(precision, scale, options = {}) {
    return { type: "double", precision, scale, ...common(options) };
}
export function integer(digits, options = {}) {
    return { type: "int", precision: digits, ...common(options) };
}
export function date(options = {}) {
    return { type: "date", ...common(options) };
}
export function datetime(options = {}) {
    return { type: "datetime", ...common(options) };
}
export function base64(options = {}) {
    return { type: "base64", ...common(options) };
}
export function checkbox(options = {}) {
    const { checked = false, ...others } = options;
    return {
        type: "boolean",
        defaultValue: String(checked),
        ...common({ filled: true, ...others }),
    };
}
export function lookup(options = {}) {
    const { onDelete = "SetNull", ...others } = options;
    return { type: "reference", length: 18, deleteConstraint: onDelete, ...common(others) };
}
/** Filled by the platform with the running user, when a create leaves it out. */
export function owner(options = {}) {
    return lookup({ label: "Owner ID", filled: true, onDelete: "Restrict", ...options });
}
export function autoNumber(format, options = {}) {
    return {
        type: "string",
        length: 30,
        autoNumberFormat: format,
        ...common({ filled: true, readOnly: true, ...options }),
    };
}
/** The values in order; one that differs from its label is written "value=label". */
export function picklist(values, options = {}) {
    const { default: defaultValue, restricted = false, length = 255, ...others } = options;
    return {
        type: "picklist",
        length,
        picklistValues: values.map((value) => picklistValue(value, defaultValue)),
        isRestrictedPicklist: restricted,
        ...(defaultValue === undefined
            ? {}
            : { defaultValue: JSON.stringify(defaultValue), isDefaultedOnCreate: true }),
        ...common(others),
    };
}
/** A text field with suggestions. */
export function combobox(values, options = {}) {
    return { ...picklist(values, options), type: "combobox" };
}
export function named(name, draft) {
    return {
        name,
        label: fieldLabel(name),
        length: 0,
        precision: 0,
        scale: 0,
        isRequired: false,
        isNillable: true,
        isDefaultedOnCreate: false,
        isUnique: false,
        isCreateable: true,
        isUpdateable: true,
        defaultValue: null,
        picklistValues: [],
        isRestrictedPicklist: false,
        compoundField: null,
        autoNumberFormat: null,
        deleteConstraint: null,
        requires: null,
        ...draft,
    };
}
function common(options) {
    const { label, partOf, requires } = options;
    return {
        ...(label === undefined ? {} : { label }),
        ...(options.required === true ? { isRequired: true, isNillable: false } : {}),
        ...(options.filled === true ? { isNillable: false, isDefaultedOnCreate: true } : {}),
        ...(options.unique === true ? { isUnique: true } : {}),
        ...(options.readOnly === true ? { isCreateable: false, isUpdateable: false } : {}),
        ...(options.createOnly === true ? { isUpdateable: false } : {}),
        ...(partOf === undefined ? {} : { compoundField: partOf }),
        ...(requires === undefined ? {} : { requires }),
    };
}
function picklistValue(written, defaultValue) {
    const [value = written, label = value] = written.split("=");
    return { value, label, isDefault: value === defaultValue, isActive: true };
}
