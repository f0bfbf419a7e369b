// Runs before anything is drawn, so that a remembered choice of light or dark never flashes.
(function () {
  "use strict";
  try {
    var theme = localStorage.getItem("garden-theme");
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset.theme = theme;
    }
  } catch (denied) {
    // Without storage the system's choice holds.
  }
})();
