// Region.
import { nothing } from "./html.js";

export function render() {
  return nothing;
}
