import { platformType } from "../../runtime/behaviour.js";
export const enumBehaviour = platformType({
    type: "Enum",
    methods: {
        name: (constant) => constant.name,
        ordinal: (constant) => constant.ordinal,
    },
});
