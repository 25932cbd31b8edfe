import { createElement } from "lwc";
import Shell from "page/shell";

document.querySelector("#app")?.append(createElement("page-shell", { is: Shell }));
