/** Loaded before everything else, so that the design system's one style sheet reaches into components, as in Lightning Experience. */
import "@lwc/synthetic-shadow";
