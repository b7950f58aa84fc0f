// What the dialog can show.
import { keysHelp } from "./keyshelp.js";

export const DIALOGS = {
  keys: { title: "Keys", render: keysHelp },
};
