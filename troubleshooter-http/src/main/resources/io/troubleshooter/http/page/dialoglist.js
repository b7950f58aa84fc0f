// What the dialog can show.
import { keysHelp } from "./keyshelp.js";
import { commentsDialog } from "./comments.js";
import { logsDialog } from "./cloudwatch.js";
import { redactionsDialog } from "./redactions.js";
import { aboutDialog, removeDialog, renameDialog } from "./sessions.js";
import { shareDialog } from "./share.js";

export const DIALOGS = {
  keys: { title: "Keys", render: keysHelp },
  comments: { title: "Comments", render: commentsDialog },
  cloudwatch: { title: "Logs from CloudWatch", render: logsDialog },
  redactions: { title: "What was redacted", render: redactionsDialog },
  share: { title: "Share", render: shareDialog },
  rename: { title: "Rename the session", render: renameDialog },
  remove: { title: "Delete the session", render: removeDialog },
  about: { title: "About this session", render: aboutDialog },
};
