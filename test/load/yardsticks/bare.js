/** The ceiling: what the runtime itself can answer. */
/* global Response */
export default {
  fetch: () => new Response("{}"),
};
