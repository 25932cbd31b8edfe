/** What every enum constant answers to. */
import type { ApexEnum } from "../../runtime/enum.ts";
import { platformType } from "../../runtime/behaviour.ts";

export const enumBehaviour = platformType({
  type: "Enum",
  methods: {
    name: (constant: ApexEnum) => constant.name,
    ordinal: (constant: ApexEnum) => constant.ordinal,
  },
});
