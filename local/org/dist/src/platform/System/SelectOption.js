/** System.SelectOption. Source: Apex Reference, "SelectOption Class". */
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export class SelectOptionValue {
    value;
    label;
    isDisabled;
    isEscaped = true;
    constructor(value, label, isDisabled) {
        this.value = value;
        this.label = label;
        this.isDisabled = isDisabled;
    }
    toString() {
        return `System.SelectOption[value="${this.value}", label="${this.label}", disabled="${this.isDisabled}"]`;
    }
}
export const selectOptionBehaviour = platformType({
    type: "System.SelectOption",
    implementation: SelectOptionValue,
    constructors: {
        new: (value, label, isDisabled = false) => new SelectOptionValue(required(value), required(label), required(isDisabled)),
    },
    methods: {
        getDisabled: (option) => option.isDisabled,
        getEscapeItem: (option) => option.isEscaped,
        getLabel: (option) => option.label,
        getValue: (option) => option.value,
        setDisabled: (option, isDisabled) => {
            option.isDisabled = required(isDisabled);
        },
        setEscapeItem: (option, isEscaped) => {
            option.isEscaped = required(isEscaped);
        },
        setLabel: (option, label) => {
            option.label = required(label);
        },
        setValue: (option, value) => {
            option.value = required(value);
        },
    },
});
