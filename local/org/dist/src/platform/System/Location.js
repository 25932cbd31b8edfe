import { ApexDouble } from "../../runtime/double.js";
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
/** The earth's mean radius. */
const RADIUS = { km: 6371.0088, mi: 3958.7613 };
class LocationValue {
    /** Degrees. */
    latitude;
    longitude;
    constructor(latitude, longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
    }
    get $identity() {
        return `Location ${this.latitude} ${this.longitude}`;
    }
    toString() {
        return `Location:[getLatitude=${this.latitude}, getLongitude=${this.longitude}]`;
    }
}
function newInstance(latitude, longitude) {
    return new LocationValue(required(latitude).toNumber(), required(longitude).toNumber());
}
function getDistance(from, to, unit) {
    const [start, end] = [required(from), required(to)];
    const name = required(unit).toLowerCase();
    if (name !== "km" && name !== "mi")
        return raise("System.InvalidParameterValueException", `Invalid unit: ${name}`);
    const radians = (degrees) => (degrees * Math.PI) / 180;
    const half = (degrees) => Math.sin(radians(degrees) / 2) ** 2;
    const haversine = half(end.latitude - start.latitude) +
        Math.cos(radians(start.latitude)) *
            Math.cos(radians(end.latitude)) *
            half(end.longitude - start.longitude);
    return new ApexDouble(2 * RADIUS[name] * Math.asin(Math.sqrt(Math.min(1, haversine))));
}
const latitude = (location) => new ApexDouble(location.latitude);
const longitude = (location) => new ApexDouble(location.longitude);
export const locationBehaviour = platformType({
    type: "System.Location",
    implementation: LocationValue,
    statics: { newInstance, getDistance },
    methods: { getDistance, getLatitude: latitude, getLongitude: longitude },
    getters: { latitude, longitude },
});
