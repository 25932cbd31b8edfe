import { LightningElement } from "lwc";
export default class Controls extends LightningElement {}
