// Runs before anything is painted: a page that begins light and turns dark is worse than either.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("tst.theme");
    if (theme === "dark" || theme === "light") {
      root.dataset.theme = theme;
    }
  } catch {
    // Storage is switched off: the theme of the system it is.
  }
})();
