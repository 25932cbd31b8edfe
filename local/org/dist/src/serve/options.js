/** How a served org is set up. */
export {};
