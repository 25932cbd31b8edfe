import { LightningElement, api } from "lwc";

const TONES: Readonly<Record<string, string>> = {
  error: "slds-icon-text-error",
  warning: "slds-icon-text-warning",
  success: "slds-icon-text-success",
  inverse: "",
  bare: "",
};

/** Draws an icon of the design system; the package's own carries a compiled template for each of 2,000 icons. */
export default class PrimitiveIcon extends LightningElement {
  @api iconName: string | undefined;
  @api src: string | undefined;
  @api svgClass: string | undefined;
  @api size = "medium";
  @api variant = "";

  get href(): string {
    const [, category, name] = /^(\w+):(\w+)$/.exec(this.iconName ?? "") ?? [];
    if (this.src !== undefined) return this.src;
    return name === undefined ? "" : `/icons/${category ?? ""}/${name}.svg#${name}`;
  }

  get name(): string | undefined {
    return this.iconName?.split(":")[1];
  }

  get computedClass(): string {
    return [
      this.svgClass,
      this.variant === "bare" ? "" : "slds-icon",
      TONES[this.variant] ?? "slds-icon-text-default",
      this.size === "medium" ? "" : `slds-icon_${this.size}`,
    ]
      .filter((name) => name !== undefined && name !== "")
      .join(" ");
  }
}
