/** System.SelectOption. Source: Apex Reference, "SelectOption Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export class SelectOptionValue {
  value: string;
  label: string;
  isDisabled: boolean;
  isEscaped = true;

  constructor(value: string, label: string, isDisabled: boolean) {
    this.value = value;
    this.label = label;
    this.isDisabled = isDisabled;
  }

  toString(): string {
    return `System.SelectOption[value="${this.value}", label="${this.label}", disabled="${this.isDisabled}"]`;
  }
}

export const selectOptionBehaviour = platformType({
  type: "System.SelectOption",
  implementation: SelectOptionValue,
  constructors: {
    new: (value: string | null, label: string | null, isDisabled: boolean | null = false) =>
      new SelectOptionValue(required(value), required(label), required(isDisabled)),
  },
  methods: {
    getDisabled: (option: SelectOptionValue) => option.isDisabled,
    getEscapeItem: (option: SelectOptionValue) => option.isEscaped,
    getLabel: (option: SelectOptionValue) => option.label,
    getValue: (option: SelectOptionValue) => option.value,
    setDisabled: (option: SelectOptionValue, isDisabled: boolean | null) => {
      option.isDisabled = required(isDisabled);
    },
    setEscapeItem: (option: SelectOptionValue, isEscaped: boolean | null) => {
      option.isEscaped = required(isEscaped);
    },
    setLabel: (option: SelectOptionValue, label: string | null) => {
      option.label = required(label);
    },
    setValue: (option: SelectOptionValue, value: string | null) => {
      option.value = required(value);
    },
  },
});
