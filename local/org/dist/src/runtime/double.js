/** An Apex Double: boxed, so that it is never mistaken for an Integer, which is a bare JavaScript number. */
export class ApexDouble {
    value;
    constructor(value) {
        this.value = value;
    }
    /** As Java's Double.toString prints it, which is what Apex shows: `1.0`, `1.0E10`, `1.234E-5`. */
    toString() {
        return doubleText(this.value);
    }
}
function doubleText(value) {
    if (Number.isNaN(value))
        return "NaN";
    if (!Number.isFinite(value))
        return value > 0 ? "Infinity" : "-Infinity";
    if (value === 0)
        return Object.is(value, -0) ? "-0.0" : "0.0";
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e7) {
        const text = String(value);
        return text.includes(".") ? text : `${text}.0`;
    }
    const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
    const digits = mantissa.includes(".") ? mantissa : `${mantissa}.0`;
    return `${digits}E${String(Number(exponent))}`;
}
