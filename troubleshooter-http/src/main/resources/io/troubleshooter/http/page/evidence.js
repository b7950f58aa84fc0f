// Filled by its own module.
import { nothing } from "./html.js";

export function render() {
  return nothing;
}
